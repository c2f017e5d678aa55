import type { Hit } from '../../matching/ranking/evaluate.ts';
import { improvements } from '../../matching/ranking/improve.ts';
import type { PostingDocument } from '../../matching/ranking/document.ts';
import { studentsForPosting, postingsForStudent } from '../../matching/ranking/plan.ts';
import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import type { Fit } from '../posting/schema.ts';
import { findPosting } from '../posting/store.ts';
import type { Student } from '../student/schema.ts';
import { studentDocument } from '../student/document.ts';

/** A ranked hit as the API shows it: score, parts, and what would raise it. */
export const fitOf = (hit: Hit): Fit => ({
  score: hit.score,
  parts: [...hit.parts],
  improvements: [...improvements(hit.parts)],
});

/** How well each of some students fits a posting; a student who did not agree to automatic ranking is absent. */
export const fitsOfStudents = async (
  deps: Deps,
  posting: PostingDocument,
  only: readonly string[],
): Promise<ReadonlyMap<string, Fit>> => {
  if (only.length === 0) return new Map();
  const { weights } = await getCycle(deps.table, posting.cycleId);
  const plan = studentsForPosting(posting, {
    only,
    weights,
    eligibleOnly: false,
    facets: false,
    limit: only.length,
  });
  const { hits } = await deps.search.rankStudents(plan);
  return new Map(hits.map((hit) => [hit.id, fitOf(hit)]));
};

/** How well one posting fits a student, or undefined when the student is not ranked or the posting not published. */
export const fitOfPosting = async (
  deps: Deps,
  student: Student,
  postingId: string,
): Promise<Fit | undefined> => {
  const document = studentDocument(student);
  if (document === undefined) return undefined;
  const posting = await findPosting(deps.table, postingId);
  if (posting === undefined) return undefined;
  const { weights } = await getCycle(deps.table, posting.cycleId);
  const { hits } = await deps.search.rankPostings(
    postingsForStudent(document, {
      only: [postingId],
      weights,
      eligibleOnly: false,
      facets: false,
      limit: 1,
    }),
  );
  return hits[0] && fitOf(hits[0]);
};
