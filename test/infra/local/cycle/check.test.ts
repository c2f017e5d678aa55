import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { recheck } from '../../../../infra/local/cycle/check.ts';
import type { Proof } from '../../../../infra/local/cycle/round.ts';
import { Round } from '../../../../functions/round/schema.ts';
import { canonicalJson } from '../../../../matching/round/canonical.ts';
import { match } from '../../../../matching/round/match.ts';
import type { MatchResult } from '../../../../matching/round/result.ts';
import { snapshotOf } from '../../../../matching/round/snapshot.ts';

const instance = {
  students: { ann: ['p1', 'p2'], bo: ['p1', 'p2'] },
  postings: { p1: { capacity: 1, ranking: ['ann', 'bo'] }, p2: { capacity: 1, ranking: ['bo', 'ann'] } },
};
const roundId = 'rnd_aaaaaaaaaaaaaaaa';
const cycleId = 'cyc_aaaaaaaaaaaaaaaa';
const at = '2026-05-16T08:00:00.000Z';

/** The two files of a round whose result is `result`, with the hashes of what they hold. */
const proofOf = (result: MatchResult): Proof => {
  const bytes = (value: unknown) => new TextEncoder().encode(canonicalJson(value));
  const snapshot = bytes(snapshotOf({ roundId, cycleId, instance }));
  const stated = `sha256:${createHash('sha256').update(snapshot).digest('hex')}`;
  const file = bytes({ ...result, snapshot: stated });
  const facts = (name: string, content: Uint8Array) => ({
    name,
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: content.length,
  });
  const round = Round.parse({
    id: roundId,
    cycleId,
    kind: 'main',
    number: 1,
    version: 5,
    state: 'computed',
    frozen: { at, by: 'one' },
    computed: { at, by: 'one' },
    snapshot: { ...facts('snapshot', snapshot), students: 2, postings: 2, seats: 2, choices: 4 },
    result: {
      ...facts('result', file),
      engine: result.engine,
      matched: 2,
      unmatched: 0,
      unfilledSeats: 0,
      histogram: {},
      blockingPairs: 0,
      violations: [],
      oneSided: 0,
    },
  });
  if (!('result' in round)) throw new Error('The round has no result.');
  return { round, snapshot, result: file };
};

it('finds nothing wrong with the right result', () => {
  const { faults, blockingPairs } = recheck(proofOf(match(instance)));
  expect({ faults, blockingPairs }).toEqual({ faults: [], blockingPairs: 0 });
});

it('finds the pair that would rather have each other, whatever the service says', () => {
  const swapped = { ...match(instance), assignment: { ann: 'p2', bo: 'p1' } };
  const { faults, blockingPairs } = recheck(proofOf(swapped));
  expect(blockingPairs).toBe(1);
  expect(faults).toContain('The result has 1 blocking pairs.');
  expect(faults).toContain('Matching the snapshot again gives other bytes.');
});

it('finds files that are not those whose hashes were stated', () => {
  const proof = proofOf(match(instance));
  const other = new TextEncoder().encode(`${new TextDecoder().decode(proof.snapshot)} `);
  expect(recheck({ ...proof, snapshot: other }).faults).toEqual([
    'The snapshot has another SHA-256 than was stated.',
  ]);
});
