import { formOf } from '../../../functions/internship/rules.ts';
import type { FormName, Internship } from '../../../functions/internship/schema.ts';
import { internshipOf, internshipWrite } from '../../../functions/internship/store.ts';
import { evaluationOf, excuse } from '../../../functions/evaluation/rules.ts';
import { EvaluationKind, type Evaluation } from '../../../functions/evaluation/schema.ts';
import { evaluations } from '../../../functions/evaluation/store.ts';
import type { CycleId, RoundId } from '../../../functions/ids.ts';
import type { Offer } from '../../../functions/offer/schema.ts';
import { offersOfRound } from '../../../functions/offer/store.ts';
import { daysFrom, endOf, placementOf, startOf, terminate } from '../../../functions/placement/rules.ts';
import { type Placement, Side } from '../../../functions/placement/schema.ts';
import { placements } from '../../../functions/placement/store.ts';
import { getRound } from '../../../functions/round/store.ts';
import type { Operation, Table } from '../../../functions/table/table.ts';
import { logWeeks } from '../../../functions/work-log/store.ts';
import { hoursAfter } from './days.ts';
import { answersTo, said } from './evaluation-words.ts';
import type { PublishedPosting } from './published.ts';
import type { Random } from './random.ts';
import { byCoordinator, signed } from './record.ts';
import type { SeedStudent } from './students.ts';
import { writeAll } from './write.ts';

/** Somebody's internship a year ago, with those who were in it. */
interface Intern {
  placement: Placement;
  entry: PublishedPosting;
  lang: 'zh' | 'en';
}

const inBoth = ({ zh, en }: { zh: string; en: string }): string => `${zh} ${en}`;

/** The check-list as it was settled before the first day, and how it went in the second week. */
const settled = (random: Random, { placement, entry, lang }: Intern): Placement => {
  const at = (days: number) => hoursAfter(startOf(placement), days * 24 + 10);
  const { recruiter } = entry;
  const text = inBoth({
    zh: `实习期为${placement.startsOn}至${placement.endsOn}。企业安排导师并按月支付报酬；实习生遵守保密约定。`,
    en: `The internship lasts from ${placement.startsOn} to ${placement.endsOn}. The company names a mentor and pays monthly; the intern keeps confidences.`,
  });
  return {
    ...placement,
    checklist: {
      agreement: {
        versions: [{ number: 1, content: { kind: 'text', text }, by: 'company', at: at(-16) }],
        confirmed: { company: at(-15), student: at(-14) },
      },
      mentor: { name: recruiter.name, email: recruiter.email, by: 'company', at: at(-13) },
      equipment: {
        note: inBoth({
          zh: '使用自己的电脑，账号由企业开通。',
          en: 'Your own computer; we open the accounts.',
        }),
        by: 'company',
        at: at(-13),
      },
      firstMeeting: {
        startsAt: at(0),
        place: 'https://meet.example/first-day',
        by: 'company',
        at: at(-12),
      },
    },
    checkInAskedAt: at(7),
    checkIns: {
      student: { mark: random.chance(0.7) ? 5 : 4, words: random.pick(said.checkIns)[lang], at: at(8) },
      company: { mark: random.chance(0.7) ? 5 : 4, words: random.pick(said.checkIns).zh, at: at(9) },
    },
  };
};

/** Evaluations as they were written, most of them in time. */
const evaluationsOf = (
  random: Random,
  { placement, entry, lang: studentLang }: Intern,
  settings: Internship,
): Evaluation[] =>
  EvaluationKind.options.flatMap((kind) =>
    Side.options.map((side): Evaluation => {
      const scheduled: Evaluation = { ...evaluationOf(placement, kind, side), version: 1 };
      const { opensAt, dueAt } = scheduled;
      if (placement.state === 'terminated' && opensAt > placement.terminatedAt)
        return { ...excuse(scheduled, inBoth(said.terminated), placement.terminatedAt), version: 1 };
      const lang = side === 'student' ? studentLang : 'zh';
      const form = formOf(settings, `${kind}/${side}`);
      const { tasks, title } = entry.posting.content;
      const work = tasks?.[lang] ?? tasks?.zh ?? title[lang] ?? title.zh ?? '—';
      const late = side === 'company' && random.chance(0.12);
      const submittedAt = hoursAfter(late ? dueAt : opensAt, late ? random.int(5, 60) : random.int(8, 120));
      return {
        ...scheduled,
        state: 'submitted',
        form,
        answers: answersTo(random, form, { lang, work }),
        submittedAt,
        submittedBy: side === 'company' ? entry.recruiter.name : '—',
        reminded: late ? ['three_days', 'one_day'] : [],
      };
    }),
  );

/** Three weeks of a log that the company read and countersigned. */
const logOf = (random: Random, { placement, lang }: Intern): Operation[] =>
  said.weeks.map((text, index) => {
    const at = hoursAfter(startOf(placement), (index * 7 + 5) * 24);
    const { id: placementId, studentId, roundId } = placement;
    const comment = {
      by: 'company' as const,
      at: hoursAfter(at, 20),
      text: random.pick(said.comments)[lang],
    };
    const week = { placementId, studentId, roundId, week: index + 1, text: text[lang], writtenAt: at };
    return logWeeks.create(
      { ...week, comments: [comment], countersignedAt: hoursAfter(at, 21) },
      signed(`company:${placement.companyId}`, 'work_log.countersign', hoursAfter(at, 21)),
    );
  });

/** How each ended: one early, one some weeks later than planned, all others on their last day. */
const ended = (placement: Placement, index: number): Placement => {
  const startedAt = startOf(placement);
  if (index === 1)
    return terminate(
      { ...placement, state: 'active', startedAt },
      { by: 'student', reason: inBoth(said.terminated) },
      hoursAfter(startedAt, 24 * 24),
    );
  const longer =
    index === 0
      ? { ...placement, endsOn: daysFrom(placement.endsOn, 42), endedOnBefore: [placement.endsOn] }
      : placement;
  return { ...longer, state: 'completed', startedAt, completedAt: hoursAfter(endOf(longer), 8 * 24) };
};

async function* acceptedIn(table: Table, roundIds: readonly RoundId[]): AsyncGenerator<Offer> {
  for (const roundId of roundIds) yield* offersOfRound(table, await getRound(table, roundId), 'accepted');
}

/** The internships of a year ago, from the accepted offers to both sides' finals. */
export const seedInternships = async (
  table: Table,
  random: Random,
  {
    cycleId,
    roundIds,
    market,
    students,
    setAt,
  }: {
    cycleId: CycleId;
    roundIds: readonly RoundId[];
    market: readonly PublishedPosting[];
    students: readonly SeedStudent[];
    /** When the coordinator set the forms. */
    setAt: string;
  },
): Promise<void> => {
  const forms: FormName[] = ['mid_term/student', 'mid_term/company', 'final/student', 'final/company'];
  const settings = { ...(await internshipOf(table, cycleId)), weeklyLog: true, inUse: forms };
  const names = new Map(students.map(({ student }) => [student.id, student.profile.names?.preferred ?? '—']));
  const operations: Operation[] = [];
  let number = 0;
  for await (const offer of acceptedIn(table, roundIds)) {
    const entry = market.find(({ posting }) => posting.id === offer.postingId);
    if (entry === undefined) continue;
    const { startsOn, endsOn, zone } = entry.posting.content;
    const at = offer.answeredAt ?? entry.posting.createdAt;
    const first: Placement = { ...placementOf(offer, { startsOn, endsOn, zone }, at), version: 1 };
    const lang = /\p{Script=Han}/u.test(names.get(offer.studentId) ?? '') ? 'zh' : 'en';
    const intern = { placement: ended(first, number), entry, lang } as const;
    const placement = settled(random, intern);
    const { state } = placement;
    const when = placement.state === 'completed' ? placement.completedAt : at;
    operations.push(placements.create(placement, signed('system:clock', `placement.${state}`, when)));
    for (const one of evaluationsOf(random, { ...intern, placement }, settings)) {
      const written = one.state === 'submitted';
      const named =
        written && one.side === 'student' ? { ...one, submittedBy: names.get(offer.studentId) ?? '—' } : one;
      const signedAt = written ? one.submittedAt : when;
      const by = one.side === 'student' ? `student:${offer.studentId}` : `company:${offer.companyId}`;
      operations.push(evaluations.create(named, signed(by, `evaluation.${one.state}`, signedAt)));
    }
    if (number % 5 === 2) operations.push(...logOf(random, { ...intern, placement }));
    number += 1;
  }
  await writeAll(table, [
    internshipWrite(settings, signed(byCoordinator, 'internship.save', setAt)),
    ...operations,
  ]);
};
