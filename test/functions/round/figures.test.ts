import { expect, test } from 'vitest';
import { shownInput, shownPlaces, shownResult } from '../../../functions/round/figures.ts';

const sha256 = 'a'.repeat(64);
const facts = (matched: number, unmatched: number, histogram: Record<string, number>) => ({
  name: 'result', sha256, bytes: 900, engine: 'deferred-acceptance/2', matched, unmatched, unfilledSeats: 3, histogram,
  blockingPairs: 0, violations: [], oneSided: 7,
}); // prettier-ignore
const input = (students: number) => ({
  name: 'snapshot', sha256, bytes: 900, students, postings: 2, seats: 4, choices: 12,
}); // prettier-ignore

test('everyone is told the hashes of a small round and no count of its students', () => {
  expect(shownInput(input(4))).toEqual({ sha256, postings: 2, seats: 4 });
  expect(shownInput(input(5))).toMatchObject({ students: 5, choices: 12 });
  const small = shownResult(facts(1, 3, { 1: 1 }));
  expect(small).toMatchObject({ sha256, blockingPairs: 0, violations: [], histogram: {} });
  for (const count of ['matched', 'unmatched', 'unfilledSeats', 'bytes'])
    expect(small).not.toHaveProperty(count);
});

test('few unmatched are not told by the matched, nor few matched by the unmatched', () => {
  for (const [matched, unmatched] of [
    [40, 4],
    [40, 0],
    [4, 40],
    [0, 40],
  ] as const)
    // prettier-ignore
    expect(shownResult(facts(matched, unmatched, { 1: matched }))).not.toHaveProperty('matched');
  expect(shownResult(facts(40, 5, { 1: 40 }))).toMatchObject({
    matched: 40,
    unmatched: 5,
    histogram: { 1: 40 },
  });
});

test('no few can be taken from the sum of the places', () => {
  expect(shownPlaces({ 1: 30, 2: 9, 3: 6 })).toEqual({ 1: 30, 2: 9, 3: 6 });
  expect(shownPlaces({ 1: 30, 2: 9, 3: 1 })).toEqual({ 1: 30 });
  expect(shownPlaces({ 1: 30, 2: 9, 3: 1, 4: 2 })).toEqual({ 1: 30 });
  expect(shownPlaces({ 1: 30, 2: 9, 3: 3, 4: 2 })).toEqual({ 1: 30, 2: 9 });
  expect(shownPlaces({ 1: 30, 2: 1 })).toEqual({});
  expect(shownPlaces({ 1: 4 })).toEqual({});
});
