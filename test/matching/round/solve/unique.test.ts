import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance, Ranked } from '../../../../matching/round/instance.ts';
import { match } from '../../../../matching/round/match.ts';
import { stable } from '../extended-oracle.ts';
import { instances } from '../instances.ts';

const strict = instances(4, 4);

/** Neighbours in a ranking made equal where the coin says so. */
const withTies: fc.Arbitrary<Instance> = fc
  .tuple(strict, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }))
  .map(([instance, coins]) => ({
    ...instance,
    postings: Object.fromEntries(
      Object.entries(instance.postings).map(([id, { capacity, ranking }], p) => [
        id,
        { capacity, ranking: tied(ranking.flat(), coins.slice(4 * p)) },
      ]),
    ),
  }));

function tied(ranking: readonly string[], coins: readonly boolean[]): Ranked[] {
  const tiers: string[][] = [];
  for (const [index, student] of ranking.entries()) {
    const last = tiers.at(-1);
    if (last !== undefined && coins[index] === true) last.push(student);
    else tiers.push([student]);
  }
  return tiers.map((tier): Ranked => (tier.length === 1 ? (tier[0] ?? '') : tier));
}

describe('uniqueStable', () => {
  it.each([
    ['strict rankings', strict],
    ['ties', withTies],
  ])('says exactly whether every other assignment is unstable: %s', (_, drawn) => {
    const answers = { only: 0, several: 0 };
    fc.assert(
      fc.property(drawn, (instance) => {
        const isOnly = stable(instance).length === 1;
        answers[isOnly ? 'only' : 'several'] += 1;
        expect(match(instance).uniqueStable).toBe(isOnly);
      }),
      { numRuns: 2_000 },
    );
    // both answers have been put to the test
    expect(Math.min(answers.only, answers.several)).toBeGreaterThan(0);
  });
});
