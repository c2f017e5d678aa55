import { Application, type ApplicationState } from '../../functions/application/schema.ts';
import { applications } from '../../functions/application/store.ts';
import { Company } from '../../functions/company/schema.ts';
import { companies } from '../../functions/company/store.ts';
import { cycles } from '../../functions/cycle/store.ts';
import { CycleId } from '../../functions/ids.ts';
import { Offer } from '../../functions/offer/schema.ts';
import { offers } from '../../functions/offer/store.ts';
import { Placement } from '../../functions/placement/schema.ts';
import { placements } from '../../functions/placement/store.ts';
import { Posting } from '../../functions/posting/schema.ts';
import { postings } from '../../functions/posting/store.ts';
import { Round } from '../../functions/round/schema.ts';
import { rounds } from '../../functions/round/store.ts';
import { Student } from '../../functions/student/schema.ts';
import { students } from '../../functions/student/store.ts';
import { writeIndependent } from '../../functions/table/independent.ts';
import type { Operation, Table } from '../../functions/table/table.ts';
import { companyContent, cycleSettings, postingContent, profile } from './samples.ts';

const at = '2026-03-20T00:00:00.000Z';
const stamp = { by: 'test', action: 'test', at };
const id = (kind: string, number: number): string => `${kind}_${String(number).padStart(16, '0')}`;

export const cycleId = CycleId.parse(id('cyc', 1));
export const companyId = (number: number): string => id('com', number);

/** Titles that a spreadsheet would run, cut in two or take for a number. */
export const hostile = {
  formula: '=HYPERLINK("http://evil.example","预览")',
  plus: '+86 招聘, "急"',
  sum: '@SUM(A1:A9)\u2028second line',
} as const;

type Step = readonly [state: ApplicationState, day: number, by: 'student' | 'company' | 'system'];
const dayAt = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`;

const company = (number: number) =>
  companies.create(
    Company.parse({
      id: companyId(number),
      createdAt: at,
      version: 1,
      state: 'verified',
      content: companyContent(number),
      verifiedAt: at,
    }),
    stamp,
  );

export const posting = (number: number, owner: number, rest: { state?: string; content?: object } = {}) =>
  postings.create(
    Posting.parse({
      id: id('pos', number),
      cycleId,
      companyId: companyId(owner),
      createdAt: at,
      version: 1,
      state: rest.state ?? 'published',
      content: { ...postingContent(), ...rest.content },
      ...(rest.state !== 'draft' && { publishedAt: at }),
    }),
    stamp,
  );

export const student = (number: number, content: object) =>
  students.create(
    Student.parse({
      id: `student-${number}`,
      email: `student${number}@example.com`,
      updatedAt: at,
      version: 1,
      profile: content,
    }),
    stamp,
  );

export const application = (who: number, to: number, owner: number, steps: readonly Step[]) =>
  applications.create(
    Application.parse({
      id: `student-${who}~${id('pos', to)}`,
      cycleId,
      studentId: `student-${who}`,
      postingId: id('pos', to),
      companyId: companyId(owner),
      state: steps.at(-1)?.[0],
      content: { answers: [] },
      history: steps.map(([state, day, by]) => ({ state, at: dayAt(day), by })),
      version: 1,
    }),
    stamp,
  );

const round = (number: number, state: 'computed' | 'published') => {
  const step = { at, by: 'somebody' };
  const file = { name: 'file', sha256: '0'.repeat(64), bytes: 1 };
  return rounds.create(
    Round.parse({
      id: id('rnd', number),
      cycleId,
      kind: number === 1 ? 'main' : 'supplementary',
      number,
      version: 1,
      state,
      frozen: step,
      computed: step,
      approved: step,
      published: step,
      answerBy: at,
      snapshot: { ...file, students: 2, postings: 3, seats: 4, choices: 3 },
      result: {
        ...file,
        engine: 'test',
        matched: 2,
        unmatched: 1,
        unfilledSeats: 2,
        histogram: { 1: 1, 2: 1 },
        blockingPairs: 0,
        violations: [],
        oneSided: 0,
      },
    }),
    stamp,
  );
};

const offer = (who: number, to: number, owner: number, rest: { round: number; state: string }) =>
  offers.create(
    Offer.parse({
      id: `student-${who}~${id('rnd', rest.round)}`,
      roundId: id('rnd', rest.round),
      cycleId,
      studentId: `student-${who}`,
      postingId: id('pos', to),
      companyId: companyId(owner),
      state: rest.state,
      version: 1,
    }),
    stamp,
  );

const london = { residences: [{ country: 'GB', zone: 'Europe/London' }], workingHours: { from: '09:00', to: '12:00' } }; // prettier-ignore
const submitted: Step = ['submitted', 20, 'student'];

const handMade = (): Operation[] => [
  cycles.create({ ...cycleSettings(), id: cycleId, phase: 'active' }, stamp),
  company(1),
  company(2),
  posting(1, 1, { content: { title: { zh: hostile.formula }, capacity: 2 } }),
  posting(2, 1, { content: { title: { zh: hostile.plus }, category: 'product' } }),
  posting(3, 2, {
    content: {
      title: { en: hostile.sum },
      zone: 'America/Vancouver',
      coreHours: { from: '09:00', to: '12:00' },
    },
  }),
  posting(4, 2, { state: 'draft', content: { category: 'design-ux' } }),
  posting(5, 2, { state: 'withdrawn' }),
  student(1, profile()),
  student(2, profile()),
  student(3, { ...profile(), ...london, majors: ['economics', 'statistics'] }),
  student(4, { ...profile(), majors: ['economics'] }),
  student(5, {}),
  student(6, profile()),
  // Read after a day, invited after two, interned.
  application(1, 1, 1, [submitted, ['reviewing', 21, 'company'], ['shortlisted', 22, 'company'], ['rankable', 25, 'company'], ['matched', 28, 'system']]), // prettier-ignore
  // Refused after five days; invited by the other company after ten.
  application(2, 1, 1, [submitted, ['not_selected', 25, 'company']]),
  application(2, 3, 2, [submitted, ['shortlisted', 30, 'company'], ['rankable', 31, 'company']]),
  // Waits; another one was withdrawn before anybody answered.
  application(3, 1, 1, [submitted]),
  application(3, 2, 1, [submitted, ['withdrawn', 21, 'student']]),
  application(6, 1, 1, [['draft', 20, 'student']]),
  // Of an account that is deleted; the phase ended before anybody answered.
  application(7, 3, 2, [submitted, ['not_selected', 30, 'system']]),
  round(1, 'published'),
  offer(1, 1, 1, { round: 1, state: 'accepted' }),
  offer(2, 3, 2, { round: 1, state: 'declined' }),
  // Staged, and so absent.
  round(2, 'computed'),
  offer(4, 2, 1, { round: 2, state: 'pending' }),
  placements.create(
    Placement.parse({
      id: `student-1~${id('rnd', 1)}`,
      roundId: id('rnd', 1),
      cycleId,
      studentId: 'student-1',
      postingId: id('pos', 1),
      companyId: companyId(1),
      startsOn: '2026-06-29',
      endsOn: '2026-08-21',
      zone: 'Asia/Shanghai',
      confirmedAt: at,
      checklist: {},
      checkIns: {},
      endedOnBefore: [],
      state: 'completed',
      startedAt: at,
      completedAt: at,
      version: 1,
    }),
    stamp,
  ),
];

/** A small cycle whose every number was counted by hand. */
export const writeHandMadeCycle = async (table: Table): Promise<void> => {
  await writeIndependent(table, handMade());
};
