import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../matching/round/instance.ts';
import { match } from '../../../matching/round/match.ts';
import { verify } from '../../../matching/round/verify.ts';
import { everyKind } from './every-kind.ts';
import { improvements, isLimited, rankOf, stableAssignments } from './oracle/stable.ts';
import { afterTransfers, drawn } from './oracle/transfers.ts';

const hasTies = ({ postings }: Instance): boolean =>
  Object.values(postings).some(({ ranking }) => ranking.some((item) => typeof item !== 'string'));
const limitedPostings = (instance: Instance): string[] =>
  Object.keys(instance.postings).filter((id) => isLimited(instance, id));

const small = everyKind(4, 3);

describe('match, against all assignments tried one by one', () => {
  it('gives away the fewest seats that leave no giver with an open one', () => {
    fc.assert(
      fc.property(small, (instance) => {
        const { settled, transferred } = afterTransfers(instance);
        const result = match(instance);
        expect(result.transferred).toEqual(transferred);
        const seats = Object.entries(result.certificate.postings).map(([id, posting]) => [id, posting.seats]);
        const expected = Object.entries(settled.postings).map(([id, { capacity }]) => [id, capacity]);
        expect(Object.fromEntries(seats)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is stable, and no stable assignment that leaves limited postings as they are is better', () => {
    fc.assert(
      fc.property(small, (instance) => {
        const { settled } = afterTransfers(instance);
        const { assignment } = match(instance);
        const stable = stableAssignments(settled);
        expect(stable).toContainEqual(assignment);
        const limited = limitedPostings(settled);
        const alike = improvements(settled, assignment, stable).filter((other) =>
          Object.keys(settled.students).every((id) =>
            [assignment[id] ?? '', other[id] ?? ''].every(
              (posting) => !limited.includes(posting) || assignment[id] === other[id],
            ),
          ),
        );
        expect(alike).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  it('gives each student the best of any stable assignment when nobody is ranked equally', () => {
    fc.assert(
      fc.property(small, (any) => {
        const instance = drawn(any);
        const { settled } = afterTransfers(instance);
        const [students, postings] = [match(instance), match(instance, { proposing: 'postings' })];
        const stable = stableAssignments(settled);
        for (const [id, list] of Object.entries(settled.students)) {
          const ranks = stable.map((other) => rankOf(list, other[id] ?? null));
          expect(rankOf(list, students.assignment[id] ?? null)).toBe(Math.min(...ranks));
          expect(rankOf(list, postings.assignment[id] ?? null)).toBe(Math.max(...ranks));
        }
        expect(students.uniqueStable).toBe(stable.length === 1);
        expect(postings.uniqueStable).toBe(stable.length === 1);
      }),
      { numRuns: 1_500 },
    );
  });

  it('says whether the result is the only stable one', () => {
    fc.assert(
      fc.property(small, (instance) => {
        const { settled } = afterTransfers(instance);
        const asDrawn = limitedPostings(settled).length > 0 ? drawn(settled) : settled;
        expect(match(instance).uniqueStable).toBe(stableAssignments(asDrawn).length === 1);
      }),
      { numRuns: 1_500 },
    );
  });

  it('fills the same seats in every stable assignment of strict rankings (Roth 1986)', () => {
    fc.assert(
      fc.property(small, (any) => {
        const instance = drawn(any);
        const { settled } = afterTransfers(instance);
        const { assignment } = match(instance);
        for (const other of stableAssignments(settled)) {
          for (const id of Object.keys(settled.students))
            expect(other[id] === null).toBe(assignment[id] === null);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('match, by what it promises', () => {
  it('rewards no student for a list that is not their true one, under groups and reserves', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.shuffledSubarray(['p0', 'p1', 'p2']), (any, who, lie) => {
        const { transfers: _, ...instance } = drawn(any);
        const ids = Object.keys(instance.students);
        const liar = ids[who % Math.max(1, ids.length)];
        if (liar === undefined) return;
        const truth = instance.students[liar] ?? [];
        const said = lie.filter((id) => Object.hasOwn(instance.postings, id));
        const got =
          match({ ...instance, students: { ...instance.students, [liar]: said } }).assignment[liar] ?? null;
        const worth = got !== null && truth.includes(got) ? truth.indexOf(got) : truth.length;
        expect(worth).toBeGreaterThanOrEqual(rankOf(truth, match(instance).assignment[liar] ?? null));
      }),
      { numRuns: 2_000 },
    );
  });

  it('passes verification in every kind, whichever side proposes', () => {
    fc.assert(
      fc.property(
        everyKind(7, 5),
        fc.constantFrom('students' as const, 'postings' as const),
        (instance, proposing) => {
          expect(verify(instance, match(instance, { proposing }))).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('verify, against all assignments tried one by one', () => {
  it('accepts of all stable assignments only those that no other is better than for the students', () => {
    fc.assert(
      fc.property(small, fc.nat(), (instance, pick) => {
        const { settled } = afterTransfers(instance);
        const stable = stableAssignments(settled);
        const other = stable[pick % stable.length] ?? {};
        const named = verify(instance, { ...match(instance), assignment: other }).map(
          ({ violation }) => violation,
        );
        const isFeasible = ['blockingPair', 'overCapacity', 'overGroup', 'unacceptablePair'].every(
          (name) => !named.some((said) => said === name),
        );
        expect(isFeasible).toBe(true);
        if (limitedPostings(settled).length > 0) return;
        const isBest = improvements(settled, other, stable).length === 0;
        expect(named.includes('improvementCycle')).toBe(!isBest);
      }),
      { numRuns: 1_500 },
    );
  });

  it('names a blocking pair of every feasible assignment that is not stable', () => {
    fc.assert(
      fc.property(small, fc.infiniteStream(fc.nat()), (instance, picks) => {
        const { settled } = afterTransfers(instance);
        const students = Object.entries(settled.students);
        const other = Object.fromEntries(
          students.map(([id, list]) => [id, [...list, null][picks.next().value % (list.length + 1)] ?? null]),
        );
        const isStable = stableAssignments(settled).some((one) =>
          students.every(([id]) => one[id] === other[id]),
        );
        const named = verify(instance, { ...match(instance), assignment: other }).map(
          ({ violation }) => violation,
        );
        const faults = ['blockingPair', 'overCapacity', 'overGroup', 'unacceptablePair'];
        expect(named.some((name) => faults.includes(name))).toBe(!isStable);
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('a market without limits', () => {
  it('has an only stable assignment exactly where the oracle finds one', () => {
    fc.assert(
      fc.property(everyKind(5, 3), (instance) => {
        const { groups: _, reserves: __, transfers: ___, ...plain } = instance;
        expect(match(plain).uniqueStable).toBe(stableAssignments(plain).length === 1);
        expect(
          hasTies(plain) ||
            match(plain, { proposing: 'postings' }).uniqueStable === match(plain).uniqueStable,
        ).toBe(true);
      }),
      { numRuns: 800 },
    );
  });
});
