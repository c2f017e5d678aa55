import type { Deps } from '../deps.ts';
import type { StudentId } from '../ids.ts';
import type { Announcement, Announcer } from '../notice/announcement.ts';
import { deliver } from '../notice/deliver.ts';
import { cycleZoneNow } from '../notice/person.ts';
import { findPosting } from '../posting/store.ts';
import { inTurns } from '../in-turns.ts';
import type { Round } from '../round/schema.ts';
import { openSeats } from './seats.ts';

const opened: Announcement['words'] = {
  zh: { subject: '补录轮已开放', text: '请在截止前申请仍有名额的岗位，之后再排列志愿。' },
  en: {
    subject: 'A supplementary round is open',
    text: 'Apply for internships with open seats before the deadline, then order your choices.',
  },
};

/** Tells every student who may take part. Begun again it goes over all once more, and tells nobody twice. */
export const announceOpening = async (
  deps: Deps,
  { id, terms }: Round,
  studentIds: readonly StudentId[],
  { at, said }: { at: string; said: (done: number) => Promise<void> },
): Promise<void> => {
  if (terms === undefined) return;
  const cycleZone = await cycleZoneNow(deps);
  const news = {
    what: `round.opened#${id}`,
    at,
    topic: 'cycle',
    words: opened,
    dates: [{ label: { zh: '申请截止', en: 'Apply by' }, at: terms.applying.to }],
    path: '/student/open-seats',
  } as const;
  await inTurns(
    studentIds,
    (studentId) => deliver(deps, { kind: 'student', studentId }, news, cycleZone),
    said,
  );
};

const words: Announcement['words'] = {
  zh: {
    subject: '岗位有空余名额，将参加补录轮',
    text: '默认参加。不想参加的，请在申请截止前到“匹配结果与录用”页退出。',
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
