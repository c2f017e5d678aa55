import type { Hit } from '../../matching/ranking/evaluate.ts';
import {
  postingsForStudent,
  type PostingsPlan,
  studentsForPosting,
  type StudentsPlan,
} from '../../matching/ranking/plan.ts';
import type { Deps } from '../deps.ts';
import type { Build } from '../search/build.ts';
import { evaluatorSearch } from '../search/evaluator.ts';
import type { SearchIndex } from '../search/search.ts';
import { documentPages } from './index-documents.ts';

/** What the record says: how many documents there are, and some rankings of them. */
export interface RecordedSample {
  readonly counts: Readonly<Record<SearchIndex, number>>;
  readonly postings: readonly { plan: PostingsPlan; hits: readonly Hit[] }[];
  readonly students: readonly { plan: StudentsPlan; hits: readonly Hit[] }[];
}

const lists = 5;
/** The weights of words count what was overwritten until the engine tidies up; all else is exact. */
const withoutText = { weights: { text: 0 } };

/** Reads the record through the evaluator, which holds it in memory meanwhile. */
export const recordedSample = async (deps: Pick<Deps, 'table'>): Promise<RecordedSample> => {
  const evaluator = evaluatorSearch();
  const counts = { postings: 0, students: 0 };
  const plans: { postings: PostingsPlan[]; students: StudentsPlan[] } = { postings: [], students: [] };
  for await (const { writes } of documentPages(deps)) {
    await evaluator.write(writes);
    for (const write of writes) {
      if (write.document === undefined) continue;
      counts[write.index] += 1;
      if (write.index === 'students' && plans.postings.length < lists)
        plans.postings.push(postingsForStudent(write.document, withoutText));
      if (write.index === 'postings' && plans.students.length < lists)
        plans.students.push(studentsForPosting(write.document, withoutText));
    }
  }
  const postings = await Promise.all(
    plans.postings.map(async (plan) => ({ plan, hits: (await evaluator.rankPostings(plan)).hits })),
  );
  const students = await Promise.all(
    plans.students.map(async (plan) => ({ plan, hits: (await evaluator.rankStudents(plan)).hits })),
  );
  return { counts, postings, students };
};

/** In which counts and lists a build is not what the record says, in words. */
export const differences = async (build: Build, expected: RecordedSample): Promise<string[]> => {
  const found = [];
  for (const index of ['postings', 'students'] as const) {
    const count = await build.count(index);
    if (count !== expected.counts[index])
      found.push(`${count} ${index} instead of ${expected.counts[index]}`);
  }
  for (const { plan, hits } of expected.postings)
    if (!sameOrder((await build.rankPostings(plan)).hits, hits)) found.push('a list of postings');
  for (const { plan, hits } of expected.students)
    if (!sameOrder((await build.rankStudents(plan)).hits, hits)) found.push('a list of students');
  return found;
};

const sameOrder = (one: readonly Hit[], other: readonly Hit[]): boolean =>
  one.map(({ id }) => id).join(' ') === other.map(({ id }) => id).join(' ');
