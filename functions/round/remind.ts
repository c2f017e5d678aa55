import { inRound } from '../cycle/in-round.ts';
import { requireOpen } from '../cycle/rules.ts';
import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { CompanyId, StudentId } from '../ids.ts';
import type { Reader } from '../notice/announcement.ts';
import { deliver } from '../notice/deliver.ts';
import { cycleZoneNow } from '../notice/person.ts';
import { inTurns } from '../in-turns.ts';
import { missingOf } from './readiness.ts';
import { requireNotFrozen } from './rules.ts';
import type { Round } from './schema.ts';
import { takingPart } from './taking-part.ts';

const words = {
  zh: { subject: '请确认志愿表', text: '你还没有确认志愿表。冻结前没有确认的志愿表不参加匹配。' },
  en: {
    subject: 'Certify your rank list',
    text: 'Your rank list is not certified yet. A list that is not certified before the deadline takes no part in the match.',
  },
};

/** Tells everyone who has not certified, at most once a day each. Answers how many there are. */
export const remindMissing = async (deps: Deps, round: Round): Promise<number> => {
  requireNotFrozen(round);
  const now = deps.clock.now();
  // Nobody can certify before the ranking phase or after its end.
  const cycle = inRound(await getCycle(deps.table, round.cycleId), round);
  requireOpen(cycle, 'ranking', now);
  const part = await takingPart(deps.table, round);
  const { students, postings } = await missingOf(deps, round, part);
  const readers: Reader[] = [
    ...students.missing.map((id) => ({ kind: 'student', studentId: StudentId.parse(id) }) as const),
    ...[...new Set(postings.missing.map(({ companyId }) => companyId))].map(
      (id) => ({ kind: 'company', companyId: CompanyId.parse(id) }) as const,
    ),
  ];
  const today = now.slice(0, 10);
  const cycleZone = await cycleZoneNow(deps);
  let people = 0;
  await inTurns(readers, async (reader) => {
    const news = {
      what: `round.reminder#${round.id}#${today}`,
      at: `${today}T00:00:00.000Z`,
      joinedBy: now,
      topic: 'reminder',
      words,
      dates: [{ label: { zh: '志愿表确认截止', en: 'Certify by' }, at: cycle.windows.ranking.to }],
      path: reader.kind === 'student' ? '/student/rank-list' : '/company/postings',
    } as const;
    const reached = await deliver(deps, reader, news, cycleZone);
    // Others add theirs meanwhile.
    people += reached;
  });
  return people;
};
