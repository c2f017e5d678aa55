import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import type { Announcement, Announcer } from '../notice/announcement.ts';
import { findPosting } from '../posting/store.ts';
import { inTurns } from '../in-turns.ts';
import type { Round } from '../round/schema.ts';
import { findStudent } from '../student/store.ts';
import { openSeats } from './seats.ts';

const deadline = (at: string, zone: string, locale: 'zh-CN' | 'en-GB'): string =>
  `${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(at))} (${zone})`;

/** One letter to every student who may take part. */
export const announceOpening = async (
  deps: Deps,
  { id, cycleId, terms }: Round,
  studentIds: readonly string[],
  said: (done: number) => Promise<void>,
): Promise<void> => {
  if (terms === undefined) return;
  const { zone } = await getCycle(deps.table, cycleId);
  const { to } = terms.applying;
  const zh = `补录轮已开放：请在${deadline(to, zone, 'zh-CN')}前申请仍有名额的岗位，之后再排列志愿。`;
  const en = `A supplementary round is open: apply to internships with open seats by ${deadline(to, zone, 'en-GB')}, then order your choices.`;
  await inTurns(
    studentIds,
    async (studentId) => {
      const student = await findStudent(deps.table, studentId);
      if (student === undefined) return;
      await deps.mail.send({
        id: `round.opened#${id}#${studentId}`,
        to: student.email,
        subject: '补录轮已开放 / A supplementary round is open',
        text: `${zh}\n\n${en}`,
        sentAt: deps.clock.now(),
      });
    },
    said,
  );
};

const words: Announcement['words'] = {
  zh: {
    subject: '岗位有空余名额，将参加补录轮',
    text: '默认参加。如不参加，请在申请截止前在“匹配结果”页退出。',
  },
  en: {
    subject: 'A posting has open seats for the supplementary round',
    text: 'It takes part unless you opt out on the results page before applying ends.',
  },
};

/** A company is told of each posting with open seats. */
export const openSeatsAnnouncer: Announcer = {
  kind: 'OPEN_SEATS',
  actions: ['seats.opened'],
  announce: async (deps, item) => {
    const { companyId, postingId } = openSeats.parse(item);
    return [
      {
        to: { kind: 'company', companyId },
        words,
        about: (await findPosting(deps.table, postingId))?.content.title,
        path: '/company/results',
      },
    ];
  },
};
