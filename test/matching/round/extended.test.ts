import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../matching/round/canonical.ts';
import { compare } from '../../../matching/round/compare.ts';
import type { Instance, Ranked } from '../../../matching/round/instance.ts';
import { match } from '../../../matching/round/match.ts';
import { nextInstance } from '../../../matching/round/next-instance.ts';
import { readInstance } from '../../../matching/round/read/instance-of.ts';
import { verify } from '../../../matching/round/verify.ts';
import { stable, wanting } from './extended-oracle.ts';
import { instances, reversed } from './instances.ts';

/** Some neighbours in a ranking made equal. */
const tied = (ranking: readonly Ranked[], joins: readonly boolean[]): Ranked[] => {
  const groups: string[][] = [];
  for (const [index, student] of ranking.flat().entries()) {
    const last = groups.at(-1);
    if (last !== undefined && joins[index % joins.length] === true) last.push(student);
    else groups.push([student]);
  }
  return groups.map((group): Ranked => (group.length === 1 ? (group[0] ?? '') : group));
};

const bits = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
const withTies = (plain: fc.Arbitrary<Instance>): fc.Arbitrary<Instance> =>
  fc.tuple(plain, bits, fc.string()).map(([instance, joins, seed]) => ({
    ...instance,
    seed,
    postings: Object.fromEntries(
      Object.entries(instance.postings).map(([id, entry]) => [
        id,
        { ...entry, ranking: tied(entry.ranking, joins) },
      ]),
    ),
  }));
const withLimits = (plain: fc.Arbitrary<Instance>): fc.Arbitrary<Instance> =>
  fc.tuple(plain, bits, fc.nat({ max: 3 }), fc.nat({ max: 4 })).map(([instance, picks, inner, outer]) => {
    const ids = Object.keys(instance.postings);
    const students = Object.keys(instance.students);
    const reserves = ids.flatMap((posting, p) => {
      const seats = Math.min(instance.postings[posting]?.capacity ?? 0, 1 + (p % 2));
      const members = students.filter((_, s) => picks[(s + p) % picks.length]);
      return seats > 0 && picks[p] ? [[`r${p}`, { posting, seats, students: members }] as const] : [];
    });
    const nested = {
      inner: { capacity: inner, postings: ids.slice(0, 2) },
      outer: { capacity: outer, postings: ids },
    };
    return { ...instance, ...(ids.length > 1 && { groups: nested }), reserves: Object.fromEntries(reserves) };
  });
const withTransfers = (plain: fc.Arbitrary<Instance>): fc.Arbitrary<Instance> =>
  fc.tuple(plain, bits).map(([instance, picks]) => {
    const ids = Object.keys(instance.postings);
    const pairs = ids.slice(1).flatMap((to, p) => (picks[p] ? [[ids[p] ?? '', to] as const] : []));
    return { ...instance, transfers: Object.fromEntries(pairs) };
  });

const rank = (list: readonly string[], posting: string | null): number => wanting(list, posting).length;
const small = instances(4, 3);

describe('ties', () => {
  it('gives a stable assignment that no stable one improves on for all, and says whether it is the only one', () => {
    fc.assert(
      fc.property(withTies(small), (instance) => {
        const { assignment, uniqueStable } = match(instance);
        const all = stable(instance);
        expect(all).toContainEqual(assignment);
        const lists = Object.entries(instance.students);
        const better = all.filter(
          (other) =>
            lists.every(
              ([id, list]) => rank(list, other[id] ?? null) <= rank(list, assignment[id] ?? null),
            ) &&
            lists.some(([id, list]) => rank(list, other[id] ?? null) < rank(list, assignment[id] ?? null)),
        );
        expect(better).toEqual([]);
        expect(uniqueStable).toBe(all.length === 1);
      }),
      { numRuns: 800 },
    );
  });

  it('hands no seat past somebody who is ranked higher and still wants it', () => {
    const instance = {
      students: { ann: ['y', 'x'], bo: ['x', 'y'], cy: ['x'], dee: ['z'], eve: ['z'] },
      postings: {
        x: { capacity: 1, ranking: ['ann', 'cy', 'bo'] },
        y: { capacity: 1, ranking: ['bo', 'ann'] },
        z: { capacity: 1, ranking: [['dee', 'eve']] },
      },
    };
    expect(match(instance).assignment).toMatchObject({ ann: 'x', bo: 'y', cy: null });
  });

  it('is the only result when an open seat stands in the way of every exchange', () => {
    const instance = {
      students: { ann: ['x', 'open', 'y'], bo: ['y', 'x'] },
      postings: {
        x: { capacity: 1, ranking: ['bo', 'ann'] },
        y: { capacity: 1, ranking: ['ann', 'bo'] },
        open: { capacity: 1, ranking: ['ann'] },
      },
    };
    expect(match(instance).uniqueStable).toBe(true);
    expect(stable(instance)).toHaveLength(1);
  });
});

describe('groups and reserves', () => {
  it('lets go inside the innermost limit that is broken', () => {
    const instance = {
      students: { ann: ['x'], bo: ['x'], cy: ['y'] },
      postings: {
        x: { capacity: 1, ranking: ['ann', 'bo'] },
        y: { capacity: 1, ranking: ['dee', 'eve', 'cy'] },
      },
      groups: { both: { capacity: 2, postings: ['x', 'y'] } },
    };
    const all = { ...instance, students: { ...instance.students, dee: [], eve: [] } };
    expect(match(all).assignment).toMatchObject({ ann: 'x', bo: null, cy: 'y' });
  });

  it('gives each student the best posting of any stable assignment', () => {
    fc.assert(
      fc.property(withLimits(small), (instance) => {
        const { assignment, uniqueStable } = match(instance);
        const all = stable(instance);
        expect(all).toContainEqual(assignment);
        for (const [id, list] of Object.entries(instance.students)) {
          const best = Math.min(...all.map((other) => rank(list, other[id] ?? null)));
          expect(rank(list, assignment[id] ?? null)).toBe(best);
        }
        expect(uniqueStable).toBe(all.length === 1);
      }),
      { numRuns: 800 },
    );
  });

  it('gives the postings their best, and so each student the worst, when postings propose', () => {
    fc.assert(
      fc.property(withLimits(small), (instance) => {
        const { assignment } = match(instance, { proposing: 'postings' });
        for (const [id, list] of Object.entries(instance.students)) {
          const worst = Math.max(...stable(instance).map((other) => rank(list, other[id] ?? null)));
          expect(rank(list, assignment[id] ?? null)).toBe(worst);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('transfers', () => {
  it('gives exactly the seats that stay unfilled, and the match of the seats that come of it', () => {
    fc.assert(
      fc.property(withTransfers(small), (instance) => {
        const { assignment, transferred, unfilledSeats } = match(instance);
        const { last, given } = oneSeatAtATime(instance);
        expect({ assignment, transferred, unfilledSeats }).toEqual({
          assignment: last.assignment,
          transferred: given,
          unfilledSeats: last.unfilledSeats,
        });
      }),
    );
  });
});

/** The least number of seats given: as long as a giver has one left, it goes. */
function oneSeatAtATime({ transfers = {}, ...plain }: Instance) {
  const seats = new Map(Object.entries(plain.postings).map(([id, { capacity }]) => [id, capacity]));
  const given: Record<string, number> = {};
  for (;;) {
    const postings = Object.fromEntries(
      Object.entries(plain.postings).map(([id, entry]) => [id, { ...entry, capacity: seats.get(id) ?? 0 }]),
    );
    const last = match({ ...plain, postings });
    const from = Object.keys(transfers).find((id) => (last.unfilledSeats[id] ?? 0) > 0);
    const to = transfers[from ?? ''];
    if (from === undefined || to === undefined) return { last, given };
    given[from] = (given[from] ?? 0) + 1;
    seats.set(from, (seats.get(from) ?? 0) - 1);
    seats.set(to, (seats.get(to) ?? 0) + 1);
  }
}

describe('every kind', () => {
  const every = fc.oneof(
    instances(6, 4),
    withTies(instances(6, 4)),
    withLimits(instances(6, 4)),
    withLimits(withTies(instances(6, 4))),
    withTransfers(withTies(instances(6, 4))),
  );

  it('passes its own verification, whichever side proposes', () => {
    fc.assert(
      fc.property(every, fc.constantFrom('students' as const, 'postings' as const), (instance, proposing) => {
        const result = match(instance, { proposing });
        expect(verify(instance, JSON.parse(canonicalJson(result)))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the same bytes for any order of keys', () => {
    fc.assert(
      fc.property(every, (instance) => {
        const other = { ...instance, ...reversed(instance) };
        expect(canonicalJson(match(other))).toBe(canonicalJson(match(instance)));
        expect(canonicalJson(readInstance(instance))).toBe(canonicalJson(instance));
      }),
    );
  });

  it('is rejected with any two students exchanged, and with any one moved', () => {
    fc.assert(
      fc.property(every, (instance) => {
        const result = match(instance);
        const { assignment } = result;
        const students = Object.keys(assignment);
        const exchanges = students.flatMap((a, index) =>
          students.slice(index + 1).map((b) => ({ [a]: assignment[b] ?? null, [b]: assignment[a] ?? null })),
        );
        const moves = students.flatMap((id) =>
          [null, ...Object.keys(instance.postings)].map((posting) => ({ [id]: posting })),
        );
        const accepted = [...exchanges, ...moves].filter(
          (changes) =>
            Object.entries(changes).some(([id, posting]) => assignment[id] !== posting) &&
            verify(instance, { ...result, assignment: { ...assignment, ...changes } }).length === 0,
        );
        expect(accepted).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('leads to a next round of those without a seat, with the seats that are open', () => {
    fc.assert(
      fc.property(every, fc.nat(), (instance, pick) => {
        const result = match(instance);
        const placed = Object.keys(result.assignment).filter((id) => result.assignment[id] !== null);
        const declined = placed.slice(0, pick % (placed.length + 1));
        const next = nextInstance(instance, result, declined);
        expect(canonicalJson(readInstance(next))).toBe(canonicalJson(next));
        expect(Object.keys(next.students).toSorted()).toEqual(result.unmatched);
        for (const [id, { capacity }] of Object.entries(next.postings)) {
          const back = declined.filter((student) => result.assignment[student] === id).length;
          expect(capacity).toBe((result.unfilledSeats[id] ?? 0) + back);
        }
        expect(verify(next, match(next))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

it('tells who moves when a seat is added', () => {
  const students = { ann: ['lab', 'bank'], bo: ['lab'], cy: ['lab', 'bank'] };
  const ranking = ['ann', 'cy', 'bo'];
  const of = (seats: number): Instance => ({
    students,
    postings: { lab: { capacity: seats, ranking }, bank: { capacity: 1, ranking } },
  });
  const [one, two] = [of(1), of(2)];
  expect(compare({ instance: one, result: match(one) }, { instance: two, result: match(two) })).toEqual([
    { student: 'cy', from: 'bank', to: 'lab', change: 'better' },
  ]);
});
