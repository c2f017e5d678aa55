import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInstance } from '../../../matching/round/read/instance-of.ts';
import { PostingId } from '../../../functions/ids.ts';
import { inForce } from '../../../functions/seating/in-force.ts';
import { requirePossible } from '../../../functions/seating/rules.ts';
import { SeatingPlan } from '../../../functions/seating/schema.ts';

const ids = ['a', 'b', 'c', 'd', 'e'].map((letter) => PostingId.parse(`pos_${letter.repeat(16)}`));
const [a, b, c] = ids;
const condition = { countries: ['CA'] };
const planOf = (part: object) => SeatingPlan.parse({ groups: [], reserves: [], transfers: [], ...part });
const withSeats = (...entries: [string | undefined, number][]) =>
  new Map(entries.map(([id, seats]) => [id ?? '', seats]));

describe('what is in force when a posting has gone', () => {
  it('its group goes on without it, and ends with its last posting', () => {
    const plan = planOf({
      groups: [
        { seats: 3, postingIds: [a, b] },
        { seats: 1, postingIds: [b] },
      ],
    });
    const { groups, oddities } = inForce(plan, withSeats([a, 5]));
    expect(groups).toMatchObject([{ postingIds: [a], seats: 3, without: 5, place: 0 }]);
    expect(oddities).toEqual([
      { kind: 'leavesGroup', postingId: b, seats: 3 },
      { kind: 'groupGone', postingId: b, seats: 1 },
    ]);
  });
  it('says that a limit is none when the seats do not reach it', () => {
    const plan = planOf({ groups: [{ seats: 4, postingIds: [a, b] }] });
    expect(inForce(plan, withSeats([a, 3], [b, 1])).oddities).toEqual([
      { kind: 'groupWithoutEffect', postingId: a, seats: 4, left: 4 },
    ]);
    expect(inForce(plan, withSeats([a, 3], [b, 2])).oddities).toEqual([]);
  });
  it('its reserves shrink to its seats in their order', () => {
    const reserves = [2, 2, 1].map((seats) => ({ postingId: a, seats, condition }));
    const left = inForce(planOf({ reserves }), withSeats([a, 3]));
    expect(left.reserves.map(({ seats }) => seats)).toEqual([2, 1]);
    expect(left.oddities).toEqual([
      { kind: 'reserveCut', postingId: a, seats: 2, left: 1 },
      { kind: 'reserveGone', postingId: a, seats: 1, left: 0 },
    ]);
  });
  it('its transfers fall away', () => {
    const plan = planOf({
      transfers: [
        { from: a, to: b },
        { from: b, to: c },
      ],
    });
    const left = inForce(plan, withSeats([b, 1], [c, 1]));
    expect(left.transfers).toEqual([{ from: b, to: c }]);
    expect(left.oddities).toEqual([{ kind: 'transferGone', postingId: a }]);
  });
});

const posting = fc.constantFrom(...ids);
const anyPlan = fc.record({
  groups: fc.array(
    fc.record({
      seats: fc.integer({ min: 1, max: 6 }),
      postingIds: fc.uniqueArray(posting, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 3 },
  ),
  reserves: fc.array(
    fc.record({
      postingId: posting,
      seats: fc.integer({ min: 1, max: 3 }),
      condition: fc.constant(condition),
    }),
    { maxLength: 4 },
  ),
  transfers: fc.array(fc.record({ from: posting, to: posting }), { maxLength: 3 }),
});
const somePostings = fc.dictionary(posting, fc.nat({ max: 4 }));

it('whatever takes part, a plan that was possible gives an instance that the engine reads', () => {
  let read = 0;
  fc.assert(
    fc.property(anyPlan, somePostings, (given, taking) => {
      const plan = planOf(given);
      try {
        requirePossible(plan, new Map(ids.map((id) => [id, 4])));
      } catch {
        return;
      }
      read += 1;
      const { groups, reserves, transfers } = inForce(plan, new Map(Object.entries(taking)));
      readInstance({
        students: {},
        postings: Object.fromEntries(
          Object.entries(taking).map(([id, capacity]) => [id, { capacity, ranking: [] }]),
        ),
        groups: Object.fromEntries(
          groups.map(({ place, seats, postingIds }) => [
            `g${place}`,
            { capacity: seats, postings: postingIds },
          ]),
        ),
        reserves: Object.fromEntries(
          reserves.map(({ place, postingId, seats }) => [
            `r${place}`,
            { posting: postingId, seats, students: [] },
          ]),
        ),
        transfers: Object.fromEntries(transfers.map(({ from, to }) => [from, to])),
      });
    }),
    { numRuns: 3_000 },
  );
  expect(read).toBeGreaterThan(300);
});
