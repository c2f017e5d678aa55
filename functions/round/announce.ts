import type { Deps } from '../deps.ts';
import { CompanyId, StudentId } from '../ids.ts';
import { deliver, type News } from '../notice/deliver.ts';
import { cycleZoneNow } from '../notice/person.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { inTurns } from '../in-turns.ts';
import type { Round } from './schema.ts';

const toStudents: News['words'] = {
  zh: { subject: '匹配结果已公布', text: '请登录查看结果与原因。如有录用，请按时答复。' },
  en: {
    subject: 'Your match result is published',
    text: 'Sign in to see the result and the reasons. If you have an offer, answer it in time.',
  },
};
const toCompanies: News['words'] = {
  zh: { subject: '匹配结果已公布', text: '请登录查看每个岗位匹配到的学生。学生会在期限内答复。' },
  en: {
    subject: 'The match result is published',
    text: 'Sign in to see who was matched to each posting. Students answer by the deadline.',
  },
};

/** Tells every student and every company of a published round: the result itself stands behind the sign-in. */
export const announceResults = async (
  deps: Deps,
  round: Round,
  studentIds: readonly string[],
  safePoint: () => Promise<void>,
): Promise<void> => {
  if (round.state !== 'published') return;
  const news = {
    what: `round.published#${round.id}`,
    at: round.published.at,
    topic: 'result',
    dates: [{ label: { zh: '录用答复截止', en: 'Answer offers by' }, at: round.answerBy }],
  } as const;
  const cycleZone = await cycleZoneNow(deps);
  await inTurns(
    studentIds,
    async (id) => {
      const reader = { kind: 'student', studentId: StudentId.parse(id) } as const;
      await deliver(deps, reader, { ...news, words: toStudents, path: '/student/result' }, cycleZone);
    },
    safePoint,
  );
  const published = postings.all(deps.table, ofCycle(round.cycleId, 'published'));
  const companyIds = new Set((await Array.fromAsync(published)).map(({ companyId }) => companyId));
  await inTurns(
    [...companyIds],
    async (id) => {
      const reader = { kind: 'company', companyId: CompanyId.parse(id) } as const;
      await deliver(deps, reader, { ...news, words: toCompanies, path: '/company/results' }, cycleZone);
    },
    safePoint,
  );
};
