import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../matching/round/canonical.ts';
import type { Instance } from '../../../matching/round/instance.ts';
import { match } from '../../../matching/round/match.ts';
import { verify } from '../../../matching/round/verify.ts';
import { instances, reversed } from './instances.ts';
import { admittedTo, rankOf, stableAssignments } from './oracle/stable.ts';

describe('match', () => {
  it('gives each student the best posting of any stable assignment', () => {
    fc.assert(
      fc.property(instances(4, 4), (instance) => {
        const { assignment } = match(instance);
        const stable = stableAssignments(instance);
        expect(stable).toContainEqual(assignment);
        for (const [student, list] of Object.entries(instance.students)) {
          const best = Math.min(...stable.map((other) => rankOf(list, other[student] ?? null)));
          expect(rankOf(list, assignment[student] ?? null)).toBe(best);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leaves no blocking pair and passes its own verification', () => {
    fc.assert(
      fc.property(instances(12, 8), (instance) => {
        const result = match(instance);
        expect(verify(instance, JSON.parse(canonicalJson(result)))).toEqual([]);
      }),
    );
  });

  it('gives the same bytes for any order of keys', () => {
    fc.assert(
      fc.property(instances(8, 6), (instance) => {
        expect(canonicalJson(match(reversed(instance)))).toBe(canonicalJson(match(instance)));
      }),
    );
  });

  it('rewards no student for a list that is not their true one', () => {
    const lie = fc.tuple(instances(4, 4), fc.nat(), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(lie, ([instance, who, choices]) => {
        const ids = Object.keys(instance.students);
        const liar = ids[who % Math.max(1, ids.length)];
        if (liar === undefined) return;
        const truth = instance.students[liar] ?? [];
        const drawn = Object.keys(instance.postings).filter(() => choices.next().value % 3 > 0);
        const said = choices.next().value % 2 > 0 ? drawn.toReversed() : drawn;
        const honest = match(instance).assignment[liar] ?? null;
        const students = { ...instance.students, [liar]: said };
        const dishonest = match({ ...instance, students }).assignment[liar] ?? null;
        const gained =
          dishonest !== null && truth.includes(dishonest) ? rankOf(truth, dishonest) : truth.length;
        expect(gained).toBeGreaterThanOrEqual(rankOf(truth, honest));
      }),
      { numRuns: 500 },
    );
  });

  it('fills the same seats in every stable assignment, and a posting with open seats keeps its students', () => {
    // the rural hospitals theorem (Roth 1986)
    fc.assert(
      fc.property(instances(4, 4), (instance) => {
        const { assignment } = match(instance);
        for (const other of stableAssignments(instance)) {
          for (const student of Object.keys(instance.students)) {
            expect(other[student] === null).toBe(assignment[student] === null);
          }
          for (const [posting, { capacity }] of Object.entries(instance.postings)) {
            const [ours, theirs] = [admittedTo(assignment, posting), admittedTo(other, posting)];
            expect(theirs).toHaveLength(ours.length);
            const sameStudents = ours.toSorted().join() === theirs.toSorted().join();
            expect(sameStudents || ours.length === capacity).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('counts ranks in the full list, reports one-sided entries and open seats', () => {
    const result = match({
      students: { ann: ['zero', 'deaf', 'lab'], bo: ['lab'], cy: [] },
      postings: {
        zero: { capacity: 0, ranking: ['ann'] },
        deaf: { capacity: 2, ranking: ['cy'] },
        lab: { capacity: 1, ranking: ['ann', 'bo'] },
      },
    });
    expect(result).toEqual({
      engine: 'deferred-acceptance/2',
      snapshot: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      proposing: 'students',
      uniqueStable: true,
      transferred: {},
      assignment: { ann: 'lab', bo: null, cy: null },
      unmatched: ['bo', 'cy'],
      unfilledSeats: { deaf: 2 },
      rankHistogram: { '3': 1 },
      ignored: [
        { student: 'ann', posting: 'deaf', listedBy: 'student' },
        { student: 'cy', posting: 'deaf', listedBy: 'posting' },
      ],
      certificate: {
        groups: {},
        postings: {
          deaf: { seats: 2, admitted: 0, lastPlace: null },
          lab: { seats: 1, admitted: 1, lastPlace: 1 },
          zero: { seats: 0, admitted: 0, lastPlace: null },
        },
        students: { ann: { zero: 'noSeats', deaf: 'notRanked' }, bo: { lab: 1 } },
      },
    });
  });

  it('takes ids that are names of Object.prototype', () => {
    const text =
      '{"students":{"__proto__":["constructor"]},"postings":{"constructor":{"capacity":1,"ranking":["__proto__"]}}}';
    const instance: Instance = JSON.parse(text);
    expect(canonicalJson(match(instance).assignment)).toBe('{"__proto__":"constructor"}');
    expect(verify(instance, match(instance))).toEqual([]);
  });

  it('ends on a chain of 20,000 displacements without recursion', () => {
    // each student displaces the one before, who moves on by one posting
    const count = 20_000;
    const students = Array.from({ length: count }, (_, i) => [`s${i}`, [`p${i}`, `p${i + 1}`]] as const);
    const postings = Array.from({ length: count + 1 }, (_, i) => {
      const ranking = i === 0 ? ['late', 's0'] : i === count ? [`s${i - 1}`] : [`s${i - 1}`, `s${i}`];
      return [`p${i}`, { capacity: 1, ranking }] as const;
    });
    const instance = {
      students: { ...Object.fromEntries(students), late: ['p0'] },
      postings: Object.fromEntries(postings),
    };
    const result = match(instance);
    expect(result.rankHistogram).toEqual({ '1': 1, '2': count });
    expect(result.unmatched).toEqual([]);
  });

  it('matches 20,000 students with 8 choices each', () => {
    const instance = largeInstance(20_000, 2_500, 8);
    const result = match(instance);
    expect(verify(instance, result)).toEqual([]);
    expect(result.unmatched.length).toBeLessThan(10_000);
  });
});

/** Choices and rankings from a fixed linear congruential sequence. */
function largeInstance(students: number, postings: number, choices: number): Instance {
  let state = 42;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const applicants = Array.from({ length: postings }, (): string[] => []);
  const lists = Array.from({ length: students }, (_, i): [string, string[]] => {
    const chosen = new Set<number>();
    while (chosen.size < choices) chosen.add(next(postings));
    for (const posting of chosen) applicants[posting]?.splice(next(100), 0, `s${i}`);
    return [`s${i}`, [...chosen].map((posting) => `p${posting}`)];
  });
  return {
    students: Object.fromEntries(lists),
    postings: Object.fromEntries(
      applicants.map((ranking, i) => [`p${i}`, { capacity: 1 + (i % 12), ranking }]),
    ),
  };
}
