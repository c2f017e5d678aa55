import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluatorSearch } from '../../functions/search/evaluator.ts';
import { PostingsAnswer, StudentsAnswer } from '../../functions/search/open-search/answers.ts';
import type { SearchWrite } from '../../functions/search/search.ts';
import type { Ranked } from '../../matching/ranking/evaluate.ts';
import { compilePostings, compileStudents } from '../../matching/ranking/open-search/compile.ts';
import { isProven } from '../../matching/ranking/open-search/floor.ts';
import type { SearchResponse } from '../../matching/ranking/open-search/response.ts';
import { readPostings, readStudents } from '../../matching/ranking/open-search/read.ts';
import { postingsForStudent, studentsForPosting } from '../../matching/ranking/plan.ts';
import { emptyOpenSearch } from '../support/open-search.ts';
import { richPostings, richStudents } from '../support/plans.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('open-search');
const seed = 20_261_126;
const numRuns = 300;
const sampled = { numRuns, seed };

const postings = fc.sample(richPostings, sampled).map((one, number) => ({ ...one, id: `p${number}` }));
const students = fc.sample(richStudents, sampled).map((one, number) => ({ ...one, id: `s${number}` }));
const writes: readonly SearchWrite[] = [
  ...postings.map((document) => ({ index: 'postings', id: document.id, version: 1, document }) as const),
  ...students.map((document) => ({ index: 'students', id: document.id, version: 1, document }) as const),
];
const floors = [0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Of no cycle and without eligibility, so that many come into question. */
const page = { eligibleOnly: false, cycleId: undefined, limit: 10 };
const wishes = fc.constantFrom({}, {}, { languages: ['en'] }, { majors: ['law', 'statistics'] });

describe.skipIf(url === undefined)('a floor under the scores of a page', () => {
  const evaluator = evaluatorSearch();
  let engine: Awaited<ReturnType<typeof emptyOpenSearch>>;
  beforeAll(async () => {
    engine = await emptyOpenSearch(url ?? '');
    await evaluator.write(writes);
    await engine.search.write(writes);
    await engine.settle();
    await engine.merge();
  });
  afterAll(() => engine.close());

  const ask = (index: 'postings' | 'students', body: object): Promise<unknown> =>
    engine.connection.ask({
      method: 'POST',
      path: `/${engine.names.alias(index)}/_search`,
      query: { include_named_queries_score: true },
      body,
    });

  const seen = { proven: 0, open: 0 };
  /** Of those asked with a floor that left something out, counts the proven. */
  const check = <F extends string>(answered: {
    readonly answer: Pick<SearchResponse<unknown>, 'aggregations'>;
    readonly proven: boolean;
    readonly found: Ranked<F>;
    readonly expected: Ranked<F>;
  }): void => {
    const { answer, proven, found, expected } = answered;
    expect([found.total, found.facets]).toEqual([expected.total, expected.facets]);
    const ids = ({ hits }: Ranked<F>): string => hits.map(({ id }) => id).join();
    expect({ proven, complete: ids(found) === ids(expected) }).not.toEqual({ proven: true, complete: false });
    if (answer.aggregations.all !== undefined) seen[proven ? 'proven' : 'open'] += 1;
  };

  test('hides no posting of a page that is proven, and never a count', async () => {
    for (const [subject, wish] of fc.sample(fc.tuple(richStudents, wishes), { numRuns: 40, seed })) {
      const plan = postingsForStudent(subject, { ...page, ...wish });
      const expected = await evaluator.rankPostings(plan);
      for (const floor of floors) {
        const answer = PostingsAnswer.parse(await ask('postings', compilePostings(plan, floor)));
        const found = readPostings(plan, answer);
        check({ answer, proven: isProven(plan, floor, answer), found, expected });
      }
    }
    expect(Math.min(seen.proven, seen.open)).toBeGreaterThan(20);
  });

  test('hides no student of a page that is proven, and never a count', async () => {
    for (const [subject, wish] of fc.sample(fc.tuple(richPostings, wishes), { numRuns: 40, seed })) {
      const plan = studentsForPosting(subject, { ...page, ...wish });
      const expected = await evaluator.rankStudents(plan);
      for (const floor of floors) {
        const answer = StudentsAnswer.parse(await ask('students', compileStudents(plan, floor)));
        const found = readStudents(plan, answer);
        check({ answer, proven: isProven(plan, floor, answer), found, expected });
      }
    }
    expect(Math.min(seen.proven, seen.open)).toBeGreaterThan(40);
  });
});
