import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../matching/round/canonical.ts';
import { compare } from '../../../matching/round/compare.ts';
import type { Instance } from '../../../matching/round/instance.ts';
import { match } from '../../../matching/round/match.ts';
import { nextInstance } from '../../../matching/round/next-instance.ts';
import { readInstance } from '../../../matching/round/read/instance-of.ts';
import { verify } from '../../../matching/round/verify.ts';
import { everyKind } from './every-kind.ts';
import { reversed } from './instances.ts';
import { stableAssignments } from './oracle/stable.ts';

const every = everyKind(6, 4);

describe('ties', () => {
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
    expect(stableAssignments(instance)).toHaveLength(1);
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
});

describe('every kind', () => {
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
