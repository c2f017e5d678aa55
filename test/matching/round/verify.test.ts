import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match } from '../../../matching/round/match.ts';
import type { MatchResult } from '../../../matching/round/result.ts';
import { verify } from '../../../matching/round/verify.ts';
import { instances } from './instances.ts';
import { stableAssignments } from './oracle/stable.ts';

const instance = {
  students: { ann: ['lab', 'bank'], bo: ['lab', 'bank'], cy: ['bank'], dee: [] },
  postings: {
    lab: { capacity: 1, ranking: ['bo', 'ann'] },
    bank: { capacity: 1, ranking: ['ann', 'bo'] },
    shop: { capacity: 2, ranking: ['dee'] },
  },
};
const good = match(instance);
const certified = (part: object) => ({ certificate: { ...good.certificate, ...part } });

describe('verify', () => {
  it('finds nothing in what match gives', () => {
    expect(good.assignment).toEqual({ ann: 'bank', bo: 'lab', cy: null, dee: null });
    expect(verify(instance, good)).toEqual([]);
  });

  const faults: [string, Partial<Record<keyof MatchResult, unknown>>, object][] = [
    ['another engine', { engine: 'lottery/1' }, { violation: 'unreadableResult', entry: 'engine' }],
    ['a wrong type', { unmatched: [1] }, { violation: 'unreadableResult', entry: 'unmatched[0]' }],
    [
      'an unknown student',
      { assignment: { ...good.assignment, eve: null } },
      { violation: 'unknownStudent', student: 'eve' },
    ],
    [
      'a student left out',
      { assignment: { ann: 'bank', bo: 'lab', cy: null } },
      { violation: 'missingStudent', student: 'dee' },
    ],
    [
      'an unknown posting',
      { assignment: { ...good.assignment, cy: 'moon' } },
      { violation: 'unknownPosting', student: 'cy', posting: 'moon' },
    ],
    [
      'a posting not listed by the student',
      { assignment: { ...good.assignment, dee: 'shop' } },
      { violation: 'unacceptablePair', student: 'dee', posting: 'shop', notListedBy: 'student' },
    ],
    [
      'a student not ranked by the posting',
      { assignment: { ...good.assignment, ann: null, cy: 'bank' } },
      { violation: 'unacceptablePair', student: 'cy', posting: 'bank', notListedBy: 'posting' },
    ],
    [
      'too many in one posting',
      { assignment: { ...good.assignment, ann: 'lab' } },
      { violation: 'overCapacity', posting: 'lab', seats: 1, admitted: 2 },
    ],
    [
      'a blocking pair',
      { assignment: { ...good.assignment, ann: 'lab', bo: null } },
      { violation: 'blockingPair', student: 'bo', posting: 'lab' },
    ],
    [
      'a blocking pair with an open seat',
      { assignment: { ...good.assignment, ann: null } },
      { violation: 'blockingPair', student: 'ann', posting: 'bank' },
    ],
    [
      'a certificate that does not explain',
      certified({ students: { ...good.certificate.students, ann: { lab: 2 } } }),
      { violation: 'wrongReason', student: 'ann', posting: 'lab' },
    ],
    [
      'a wrong certificate',
      certified({
        postings: { ...good.certificate.postings, shop: { seats: 3, admitted: 0, lastPlace: null } },
      }),
      { violation: 'wrongCertificate', posting: 'shop' },
    ],
    [
      'a certificate left out',
      certified({
        postings: { lab: good.certificate.postings['lab'], bank: good.certificate.postings['bank'] },
      }),
      { violation: 'wrongCertificate', posting: 'shop' },
    ],
    [
      'a reason left out',
      certified({ students: {} }),
      { violation: 'wrongReason', student: 'cy', posting: 'bank' },
    ],
    [
      'a reason too many',
      certified({ students: { ...good.certificate.students, bo: { bank: 1 } } }),
      { violation: 'wrongReason', student: 'bo', posting: 'bank' },
    ],
    [
      'another input',
      { snapshot: 'sha256:0' },
      { violation: 'wrongSnapshot', stated: 'sha256:0', found: good.snapshot },
    ],
    [
      'a result that is not the only one',
      { uniqueStable: false },
      { violation: 'wrongUnique', stated: false },
    ],
    [
      'a transfer that nobody asked for',
      { transferred: { lab: 1 } },
      { violation: 'wrongTransfer', posting: 'lab' },
    ],
    ['a wrong list of the unmatched', { unmatched: ['cy'] }, { violation: 'wrongUnmatched', student: 'dee' }],
    [
      'a student unmatched twice',
      { unmatched: ['cy', 'cy', 'dee'] },
      { violation: 'wrongUnmatched', student: 'cy' },
    ],
    [
      'wrong open seats',
      { unfilledSeats: {} },
      { violation: 'wrongUnfilledSeats', posting: 'shop', stated: 0, found: 2 },
    ],
    [
      'a wrong histogram',
      { rankHistogram: { '1': 2, '2': 1 } },
      { violation: 'wrongHistogram', rank: '1', stated: 2, found: 1 },
    ],
    [
      'one-sided entries kept silent',
      { ignored: [] },
      { violation: 'wrongIgnored', student: 'cy', posting: 'bank' },
    ],
  ];

  it.each(faults)('names %s', (_, tampered, violation) => {
    expect(verify(instance, { ...good, ...tampered })).toContainEqual(violation);
  });

  it.each([
    ['who ranks them first', 'first', []],
    ['who ranks them in the middle', 'middle', []],
    ['who ranks them last', 'last', []],
    ['before the one that ranks them', 'before', ['posting']],
    ['behind the one that ranks them', 'zehind', ['posting']],
  ])('names both sides of a pair that the student did not list, of a posting %s', (_, posting, more) => {
    const unlisted = {
      students: { ann: [], bo: ['first', 'middle', 'last'], cy: ['first', 'middle', 'last'] },
      postings: {
        before: { capacity: 1, ranking: ['bo'] },
        first: { capacity: 1, ranking: ['ann', 'bo', 'cy'] },
        last: { capacity: 1, ranking: ['bo', 'cy', 'ann'] },
        middle: { capacity: 1, ranking: ['bo', 'ann', 'cy'] },
        zehind: { capacity: 1, ranking: ['cy'] },
      },
    };
    const result = match(unlisted);
    const wrong = { ...result, assignment: { ...result.assignment, ann: posting } };
    const pairs = verify(unlisted, wrong).filter(({ violation }) => violation === 'unacceptablePair');
    expect(pairs).toEqual(
      ['student', ...more].map((notListedBy) => ({
        violation: 'unacceptablePair',
        student: 'ann',
        posting,
        notListedBy,
      })),
    );
  });

  it('names the cycle when a stable result is not the best one for students', () => {
    const lists = { students: { ann: ['lab', 'bank'], bo: ['bank', 'lab'] } };
    const postings = {
      lab: { capacity: 1, ranking: ['bo', 'ann'] },
      bank: { capacity: 1, ranking: ['ann', 'bo'] },
    };
    const other = match({ ...lists, postings }, { proposing: 'postings' });
    expect(other.assignment).toEqual({ ann: 'bank', bo: 'lab' });
    expect(verify({ ...lists, postings }, other)).toEqual([]);
    expect(verify({ ...lists, postings }, { ...other, proposing: 'students' })).toEqual([
      { violation: 'improvementCycle', postings: ['bank', 'lab'] },
    ]);
  });

  it('finds a fault in every assignment that the oracle does not call stable', () => {
    fc.assert(
      fc.property(instances(4, 3), fc.infiniteStream(fc.nat()), (any, picks) => {
        const result = match(any);
        const students = Object.entries(any.students);
        const changed = Object.fromEntries(
          students.map(([id, list]): [string, string | null] => [
            id,
            [...list, null][picks.next().value % (list.length + 1)] ?? null,
          ]),
        );
        const isStable = stableAssignments(any).some((other) =>
          students.every(([id]) => other[id] === changed[id]),
        );
        const named = verify(any, { ...result, assignment: changed }).map(({ violation }) => violation);
        const unstable = ['blockingPair', 'unacceptablePair', 'overCapacity'].some((name) =>
          named.some((n) => n === name),
        );
        expect(unstable).toBe(!isStable);
      }),
      { numRuns: 500 },
    );
  });
});
