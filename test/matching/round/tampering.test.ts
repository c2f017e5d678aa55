import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../matching/round/instance.ts';
import { match } from '../../../matching/round/match.ts';
import type { MatchResult } from '../../../matching/round/result.ts';
import { verify } from '../../../matching/round/verify.ts';
import { everyKind } from './every-kind.ts';

/** Every result that differs from the right one in one stated thing, the assignment left as it is. */
type Tampering = (result: MatchResult, instance: Instance) => readonly object[];

const eachCount = (counts: Readonly<Record<string, number>>, ids: readonly string[]): object[] =>
  ids.flatMap((id) => [-1, 1].map((by) => ({ ...counts, [id]: (counts[id] ?? 0) + by })));

const certified =
  (
    part: keyof MatchResult['certificate'],
    changes: (result: MatchResult, instance: Instance) => readonly object[],
  ): Tampering =>
  (result, instance) =>
    changes(result, instance).map((changed) => ({ certificate: { ...result.certificate, [part]: changed } }));

const figures: readonly [string, Tampering][] = [
  [
    'the snapshot',
    ({ snapshot }) => [{ snapshot: snapshot.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }],
  ],
  [
    'a student called unmatched, or not',
    ({ unmatched }, { students }) =>
      Object.keys(students).map((id) => ({
        unmatched: unmatched.includes(id)
          ? unmatched.filter((other) => other !== id)
          : [...unmatched, id].toSorted(),
      })),
  ],
  [
    'open seats',
    ({ unfilledSeats }, { postings }) =>
      eachCount(unfilledSeats, Object.keys(postings)).map((changed) => ({ unfilledSeats: changed })),
  ],
  [
    'the histogram',
    ({ rankHistogram }) =>
      eachCount(rankHistogram, ['1', '2', '3']).map((changed) => ({ rankHistogram: changed })),
  ],
  [
    'seats given',
    ({ transferred }, { postings }) =>
      eachCount(transferred, Object.keys(postings)).map((changed) => ({ transferred: changed })),
  ],
  [
    'a one-sided entry left out',
    ({ ignored }) => ignored.map((_, at) => ({ ignored: ignored.toSpliced(at, 1) })),
  ],
  [
    'a one-sided entry said of the other side',
    ({ ignored }) =>
      ignored.map((entry, at) => {
        const listedBy = entry.listedBy === 'student' ? ('posting' as const) : ('student' as const);
        return { ignored: ignored.with(at, { ...entry, listedBy }) };
      }),
  ],
  [
    'a one-sided entry twice',
    ({ ignored }) => ignored.slice(0, 1).map((entry) => ({ ignored: [entry, ...ignored] })),
  ],
  [
    'a figure of a posting',
    certified('postings', ({ certificate: { postings } }) =>
      Object.entries(postings).flatMap(([id, said]) =>
        [
          { seats: said.seats + 1 },
          { admitted: said.admitted + 1 },
          { lastPlace: said.lastPlace === null ? 1 : null },
          { lastPlace: (said.lastPlace ?? 0) + 1 },
        ].map((change) => ({ ...postings, [id]: { ...said, ...change } })),
      ),
    ),
  ],
  [
    'a figure of a group',
    certified('groups', ({ certificate: { groups } }) =>
      Object.entries(groups).flatMap(([id, said]) =>
        [{ seats: said.seats + 1 }, { admitted: said.admitted + 1 }].map((change) => ({
          ...groups,
          [id]: { ...said, ...change },
        })),
      ),
    ),
  ],
  [
    'a reason',
    certified('students', ({ certificate: { students } }, { groups = {} }) =>
      Object.entries(students).flatMap(([student, reasons]) =>
        Object.entries(reasons).flatMap(([posting, right]) =>
          [1, 2, 3, 'notRanked', 'noSeats', 'reserved', ...Object.keys(groups).map((group) => ({ group }))]
            .filter((wrong) => JSON.stringify(wrong) !== JSON.stringify(right))
            .map((wrong) => ({ ...students, [student]: { ...reasons, [posting]: wrong } })),
        ),
      ),
    ),
  ],
  [
    'a reason left out',
    certified('students', ({ certificate: { students } }) =>
      Object.entries(students).flatMap(([student, reasons]) =>
        Object.keys(reasons).map((gone) => ({
          ...students,
          [student]: Object.fromEntries(Object.entries(reasons).filter(([posting]) => posting !== gone)),
        })),
      ),
    ),
  ],
  [
    'a reason for what was not missed',
    certified('students', ({ assignment, certificate: { students } }) =>
      Object.entries(assignment).flatMap(([student, got]) =>
        got === null ? [] : [{ ...students, [student]: { ...students[student], [got]: 'noSeats' } }],
      ),
    ),
  ],
  ['whether it is the only one', ({ uniqueStable }) => [{ uniqueStable: !uniqueStable }]],
];

describe('verify', () => {
  it.each(figures)('rejects every result with one change to %s', (_, tamperings) => {
    let tried = 0;
    fc.assert(
      fc.property(
        everyKind(5, 4),
        fc.constantFrom('students' as const, 'postings' as const),
        (instance, proposing) => {
          const result = match(instance, { proposing });
          const changes = tamperings(result, instance);
          tried += changes.length;
          expect(changes.filter((change) => verify(instance, { ...result, ...change }).length === 0)).toEqual(
            [],
          );
        },
      ),
      { numRuns: 300 },
    );
    // A run that is cut short, as each mutant's is, tries fewer.
    const enough = fc.readConfigureGlobal().interruptAfterTimeLimit === undefined ? 30 : 0;
    expect(tried).toBeGreaterThanOrEqual(enough);
  });

  it('rejects the best result of one side called that of the other', () => {
    fc.assert(
      fc.property(everyKind(5, 4), (instance) => {
        const [students, postings] = [match(instance), match(instance, { proposing: 'postings' })];
        if (JSON.stringify(students.assignment) === JSON.stringify(postings.assignment)) return;
        expect(verify(instance, { ...students, proposing: 'postings' })).not.toEqual([]);
        expect(verify(instance, { ...postings, proposing: 'students' })).not.toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });
});
