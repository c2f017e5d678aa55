import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, changedInstance } from '../../../matching/round/change.ts';
import type { Instance } from '../../../matching/round/instance.ts';
import { match } from '../../../matching/round/match.ts';
import { whatIf } from '../../../matching/round/what-if.ts';
import { everyKind } from './every-kind.ts';
import { instances } from './instances.ts';
import { stableAssignments } from './oracle/stable.ts';

const solved = (instance: Instance) => ({ instance, result: match(instance) });
const small = instances(4, 3);
const every = everyKind(4, 3);
/** The oracle tries every assignment to the seats as they are: it moves none of them. */
const withoutTransfers = every.map((instance): Instance => ({ ...instance, transfers: {} }));

/** An instance and some changes of it that are possible. */
const withChanges = (of: fc.Arbitrary<Instance>): fc.Arbitrary<{ instance: Instance; changes: Change[] }> =>
  of.chain((instance) => {
    const kept = (posting: string) =>
      Object.values(instance.reserves ?? {}).reduce(
        (sum, reserve) => sum + (reserve.posting === posting ? reserve.seats : 0),
        0,
      );
    const possible = [
      ...Object.keys(instance.postings).map((posting) =>
        fc.oneof(
          fc.constant<Change>({ kind: 'postingLeaves', posting }),
          fc
            .integer({ min: kept(posting), max: 5 })
            .map((seats): Change => ({ kind: 'seats', posting, seats })),
        ),
      ),
      ...Object.keys(instance.students).map((student) =>
        fc.constant<Change>({ kind: 'studentLeaves', student }),
      ),
      ...Object.keys(instance.groups ?? {}).map((group) =>
        fc.nat({ max: 4 }).map((seats): Change => ({ kind: 'groupSeats', group, seats })),
      ),
    ];
    return fc.record({
      instance: fc.constant(instance),
      changes: fc.tuple(...possible).chain((all) => fc.shuffledSubarray(all)),
    });
  });

const campus: Instance = {
  students: { ann: ['data', 'design'], bo: ['data', 'design'], cy: ['design'] },
  postings: {
    data: { capacity: 1, ranking: [['ann', 'bo']] },
    design: { capacity: 1, ranking: ['bo', 'ann', 'cy'] },
  },
  seed: 'x',
};
const winner = match(campus).assignment['ann'] === 'data' ? 'ann' : 'bo';
const other = winner === 'ann' ? 'bo' : 'ann';

describe('what if', () => {
  it('moves nobody when nothing changes', () => {
    fc.assert(
      fc.property(every, (instance) => {
        const { before, after, moves } = whatIf(solved(instance), []);
        expect(moves).toEqual([]);
        expect(after).toEqual(before);
      }),
    );
  });

  it('answers what matching the changed instance from scratch gives: a stable result, and each student who moves', () => {
    fc.assert(
      fc.property(withChanges(withoutTransfers), ({ instance, changes }) => {
        const before = solved(instance);
        const { moves, after, counts } = whatIf(before, changes);
        const left = new Set(
          changes.flatMap((change) => (change.kind === 'studentLeaves' ? [change.student] : [])),
        );
        const now = new Map(
          Object.entries(before.result.assignment).filter(([student]) => !left.has(student)),
        );
        for (const { student, from, to, fate } of moves) {
          expect(from?.posting ?? null).toBe(before.result.assignment[student]);
          expect(fate === 'left').toBe(left.has(student));
          if (fate !== 'left') now.set(student, to?.posting ?? null);
        }
        expect(stableAssignments(changedInstance(instance, changes))).toContainEqual(Object.fromEntries(now));
        expect(after.matched).toBe([...now.values()].filter((posting) => posting !== null).length);
        expect(after.matched + after.unmatched).toBe(now.size);
        expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(moves.length);
      }),
      { numRuns: 600 },
    );
  });

  it('treats who leaves as if they had never been there', () => {
    fc.assert(
      fc.property(small, ({ students, postings }) => {
        const [student = '', posting = ''] = [Object.keys(students)[0], Object.keys(postings)[0]];
        if (student === '' || posting === '') return;
        const changes: Change[] = [
          { kind: 'studentLeaves', student },
          { kind: 'postingLeaves', posting },
        ];
        const without = {
          students: Object.fromEntries(
            Object.entries(students)
              .filter(([id]) => id !== student)
              .map(([id, list]) => [id, list.filter((choice) => choice !== posting)]),
          ),
          postings: Object.fromEntries(
            Object.entries(postings)
              .filter(([id]) => id !== posting)
              .map(([id, entry]) => [
                id,
                { ...entry, ranking: entry.ranking.filter((one) => one !== student) },
              ]),
          ),
        };
        const changed = match(changedInstance({ students, postings }, changes));
        expect(changed.assignment).toEqual(match(without).assignment);
        expect(changed.unfilledSeats).toEqual(match(without).unfilledSeats);
      }),
    );
  });

  it('means the same in whatever order the changes come', () => {
    fc.assert(
      fc.property(withChanges(every), ({ instance, changes }) => {
        expect(changedInstance(instance, changes.toReversed())).toEqual(changedInstance(instance, changes));
      }),
    );
  });

  it('never leaves a student worse off for a seat more, without groups, reserves and transfers', () => {
    fc.assert(
      fc.property(small, fc.nat(), (instance, pick) => {
        const ids = Object.keys(instance.postings);
        const posting = ids[pick % Math.max(1, ids.length)];
        if (posting === undefined) return;
        const seats = (instance.postings[posting]?.capacity ?? 0) + 1;
        const { counts } = whatIf(solved(instance), [{ kind: 'seats', posting, seats }]);
        expect([counts.worse, counts.noLongerMatched]).toEqual([0, 0]);
      }),
    );
  });
});

describe('who moves where', () => {
  it('a seat more: up, and another into the seat that is free', () => {
    expect(whatIf(solved(campus), [{ kind: 'seats', posting: 'data', seats: 2 }])).toEqual({
      before: { matched: 2, unmatched: 1, openSeats: 0, histogram: { 1: 1, 2: 1 } },
      after: { matched: 3, unmatched: 0, openSeats: 0, histogram: { 1: 3 } },
      counts: { noLongerMatched: 0, worse: 0, newlyMatched: 1, better: 1, left: 0 },
      moves: [
        { student: 'cy', fate: 'newlyMatched', from: null, to: { posting: 'design', place: 1 } },
        {
          student: other,
          fate: 'better',
          from: { posting: 'design', place: 2 },
          to: { posting: 'data', place: 1 },
        },
      ],
    });
  });

  it('a posting leaves: choices keep their places, the hardest fate comes first', () => {
    const { moves, after } = whatIf(solved(campus), [{ kind: 'postingLeaves', posting: 'data' }]);
    expect(after).toEqual({ matched: 1, unmatched: 2, openSeats: 0, histogram: { 2: 1 } });
    expect(moves).toEqual(
      winner === 'bo'
        ? [
            { student: 'ann', fate: 'noLongerMatched', from: { posting: 'design', place: 2 }, to: null },
            {
              student: 'bo',
              fate: 'worse',
              from: { posting: 'data', place: 1 },
              to: { posting: 'design', place: 2 },
            },
          ]
        : [{ student: 'ann', fate: 'noLongerMatched', from: { posting: 'data', place: 1 }, to: null }],
    );
  });

  it('a student leaves: the one who waited moves up', () => {
    const { moves, counts } = whatIf(solved(campus), [{ kind: 'studentLeaves', student: winner }]);
    expect(counts).toMatchObject({ newlyMatched: 1, better: 1, left: 1 });
    expect(moves.at(-1)).toEqual({
      student: winner,
      fate: 'left',
      from: { posting: 'data', place: 1 },
      to: null,
    });
  });
});

describe('a change that cannot be made', () => {
  const reserved: Instance = {
    ...campus,
    reserves: { local: { posting: 'data', seats: 1, students: ['ann'] } },
  };
  const cases: [what: string, changes: Change[], at: number, problem: object][] = [
    ['an unknown posting', [{ kind: 'seats', posting: 'none', seats: 1 }], 0, { problem: 'unknown' }],
    ['an id of every object', [{ kind: 'postingLeaves', posting: 'constructor' }], 0, { problem: 'unknown' }],
    ['an unknown student', [{ kind: 'studentLeaves', student: 'none' }], 0, { problem: 'unknown' }],
    [
      'a group where there is none',
      [{ kind: 'groupSeats', group: 'any', seats: 1 }],
      0,
      { problem: 'unknown' },
    ],
    [
      'a posting twice',
      [
        { kind: 'studentLeaves', student: 'ann' },
        { kind: 'seats', posting: 'data', seats: 2 },
        { kind: 'postingLeaves', posting: 'data' },
      ],
      2,
      { problem: 'changedTwice' },
    ],
    [
      'fewer seats than are reserved',
      [{ kind: 'seats', posting: 'data', seats: 0 }],
      0,
      { problem: 'belowReserved', reserved: 1 },
    ],
  ];
  it.each(cases)('%s', (_, changes, at, what) => {
    expect(() => changedInstance(reserved, changes)).toThrow(
      expect.objectContaining({ name: 'ChangeError', at, what }),
    );
  });

  it('a posting that leaves takes its reserves and transfers along', () => {
    const change: Change = { kind: 'postingLeaves', posting: 'data' };
    for (const [from, to] of [
      ['data', 'design'],
      ['design', 'data'],
    ] as const) {
      const transfers = { [from]: to };
      const left = changedInstance({ ...reserved, transfers }, [change]);
      expect([left.reserves, left.transfers]).toEqual([{}, {}]);
      expect(() => match(left)).not.toThrow();
    }
  });
});
