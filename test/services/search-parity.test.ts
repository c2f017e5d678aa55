import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluatorSearch } from '../../functions/search/evaluator.ts';
import type { Search, SearchWrite } from '../../functions/search/search.ts';
import type { Hit, Ranked } from '../../matching/ranking/evaluate.ts';
import { emptyOpenSearch } from '../support/open-search.ts';
import { postingsPlans, richPostings, richStudents, studentsPlans } from '../support/plans.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('open-search');
const seed = 20_261_125;
const documents = 400;

const writes: readonly SearchWrite[] = [
  ...fc.sample(richPostings, { numRuns: documents, seed }).map((posting, number) => {
    const id = `p${number}`;
    return { index: 'postings', id, version: 1, document: { ...posting, id } } as const;
  }),
  ...fc.sample(richStudents, { numRuns: documents, seed }).map((student, number) => {
    const id = `s${number}`;
    return { index: 'students', id, version: 1, document: { ...student, id } } as const;
  }),
];

const scoreTolerance = 1e-6;
const withinMs = 600_000;

/** The evaluator's answer is what OpenSearch has to say: the same ids in the same order, parts, counts. */
const compare = <F extends string>(found: Ranked<F>, expected: Ranked<F>): void => {
  expect(found.hits.map(({ id }) => id)).toEqual(expected.hits.map(({ id }) => id));
  expect(found.total).toBe(expected.total);
  expect(found.facets).toEqual(expected.facets);
  for (const [at, hit] of found.hits.entries()) compareHit(hit, expected.hits[at]);
};

const compareHit = (found: Hit, expected: Hit | undefined): void => {
  expect(Math.abs(found.score - (expected?.score ?? NaN))).toBeLessThanOrEqual(scoreTolerance);
  const close = (value: number) => expect.closeTo(value, 6);
  expect(found.parts).toEqual(
    expected?.parts.map((part) => ({ ...part, score: close(part.score), points: close(part.points) })),
  );
};

describe.skipIf(url === undefined).each([
  { shards: 1, plans: 500 },
  { shards: 3, plans: 60 },
])('OpenSearch with $shards shards ranks as the evaluator does', ({ shards, plans }) => {
  let engine: Awaited<ReturnType<typeof emptyOpenSearch>>;
  let evaluator: Search;
  beforeAll(async () => {
    evaluator = evaluatorSearch();
    engine = await emptyOpenSearch(url ?? '', shards);
    await evaluator.write(writes);
    await engine.search.write(writes);
    await engine.settle();
    await engine.merge();
  });
  afterAll(() => engine.close());

  test(
    `${plans} plans over postings`,
    async () => {
      let [hits, further] = [0, 0];
      for (const plan of fc.sample(postingsPlans, { numRuns: plans, seed })) {
        const expected = await evaluator.rankPostings(plan);
        const found = await engine.search.rankPostings(plan);
        compare(found, expected);
        hits += expected.hits.length;
        if (expected.hits.length < plan.limit) continue;
        // Each goes on behind the place that it gave itself.
        compare(
          await engine.search.rankPostings({ ...plan, after: found.hits.at(-1)?.place }),
          await evaluator.rankPostings({ ...plan, after: expected.hits.at(-1)?.place }),
        );
        further += 1;
      }
      console.log(
        `${shards} shards: ${plans} of ${plans} lists of postings and ${further} second pages are identical, ${hits} hits`,
      );
      expect(hits).toBeGreaterThan(plans);
      expect(further).toBeGreaterThan(plans / 5);
    },
    withinMs,
  );

  test(
    `${plans} plans over students`,
    async () => {
      let [hits, further] = [0, 0];
      for (const plan of fc.sample(studentsPlans, { numRuns: plans, seed })) {
        const expected = await evaluator.rankStudents(plan);
        const found = await engine.search.rankStudents(plan);
        compare(found, expected);
        hits += expected.hits.length;
        if (expected.hits.length < plan.limit) continue;
        // Each goes on behind the place that it gave itself.
        compare(
          await engine.search.rankStudents({ ...plan, after: found.hits.at(-1)?.place }),
          await evaluator.rankStudents({ ...plan, after: expected.hits.at(-1)?.place }),
        );
        further += 1;
      }
      console.log(
        `${shards} shards: ${plans} of ${plans} lists of students and ${further} second pages are identical, ${hits} hits`,
      );
      expect(hits).toBeGreaterThan(plans);
      expect(further).toBeGreaterThan(plans / 5);
    },
    withinMs,
  );
});
