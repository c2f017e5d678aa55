import { studentsForPosting } from '../../matching/ranking/plan.ts';
import type { Application } from '../application/schema.ts';
import { getCompany } from '../company/store.ts';
import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { StudentId } from '../ids.ts';
import { openPlaces, sealPlaces } from '../ranking/cursor.ts';
import { fitOf } from '../ranking/fit.ts';
import { cutPage, goOn } from '../ranking/go-on.ts';
import { findStudent } from '../student/store.ts';
import { postingDocument } from './document.ts';
import type { Posting } from './schema.ts';

/** One page of the students who would fit and have not applied, best first. */
export const candidatesPage = async (
  deps: Deps,
  posting: Posting,
  applications: readonly Application[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) => {
  const list = ['candidates', posting.id];
  const before = openPlaces(list, cursor);
  const document = postingDocument(posting, await getCompany(deps.table, posting.companyId));
  if (document === undefined) return { items: [] };
  const excluded = applications.map(({ studentId }) => studentId);
  const { weights } = await getCycle(deps.table, posting.cycleId);
  const plan = studentsForPosting(document, { excluded, weights, facets: false, limit: limit + 1 });
  const next = await goOn(plan, before, (asked) => deps.search.rankStudents(asked));
  const { page, end } = cutPage((await deps.search.rankStudents(next)).hits, limit, before);
  const items = await Promise.all(
    page.map(async (hit) => ({
      studentId: StudentId.parse(hit.id),
      profile: (await findStudent(deps.table, hit.id))?.profile ?? {},
      fit: fitOf(hit),
    })),
  );
  return { items, ...(end && { next: sealPlaces(list, end) }) };
};
