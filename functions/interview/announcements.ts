import { timeInZones } from '../clock/time-in-zones.ts';
import type { Deps } from '../deps.ts';
import type { Announcement, Announcer, Language, Reader } from '../notice/announcement.ts';
import { findPosting } from '../posting/store.ts';
import { zoneOn } from '../student/rules.ts';
import { findStudent } from '../student/store.ts';
import type { Interview } from './schema.ts';
import { interviews, interviewSlots } from './store.ts';
import { invitedWithout } from './view.ts';

const promise = {
  zh: '面试是邀请，不是录用承诺。',
  en: 'An interview is an invitation, never a promise.',
} as const;

type Told = Record<Language, { subject: string; text: (when: string) => string }>;

const booked: Told = {
  zh: { subject: '面试时间已约定', text: (when) => `时间：${when}。可以在页面上下载日历文件。${promise.zh}` },
  en: {
    subject: 'An interview is booked',
    text: (when) => `It begins on ${when}. The page has a calendar file. ${promise.en}`,
  },
};
const moved: Told = {
  zh: { subject: '面试改期', text: (when) => `新的时间：${when}。请更新日历。` },
  en: {
    subject: 'An interview was moved',
    text: (when) => `It now begins on ${when}. Update your calendar.`,
  },
};
const reminded: Told = {
  zh: { subject: '面试提醒', text: (when) => `面试开始时间：${when}。` },
  en: { subject: 'Your interview is soon', text: (when) => `It begins on ${when}.` },
};
const calledOff: Told = {
  zh: { subject: '面试已取消', text: (when) => `原定时间：${when}。学生可以另选时间。` },
  en: {
    subject: 'An interview is called off',
    text: (when) => `It was to begin on ${when}. The student can choose another time.`,
  },
};
const ended: Told = {
  zh: { subject: '面试已取消', text: (when) => `申请已经结束，原定${when}的面试不再进行。` },
  en: {
    subject: 'An interview is called off',
    text: (when) => `The application has ended, so the interview on ${when} will not take place.`,
  },
};

/** What each change says, and to which sides. */
const tellingOf = (
  interview: Interview,
  action: string,
): { told: Told; to: readonly Reader['kind'][] } | undefined => {
  switch (action) {
    case 'interview.booked':
      return { told: booked, to: ['student', 'company'] };
    case 'interview.moved':
      return { told: moved, to: ['student', 'company'] };
    case 'interview.reminded':
      return { told: reminded, to: ['student', 'company'] };
    case 'interview.cancelled':
      break;
    default:
      return undefined;
  }
  if (interview.state !== 'cancelled') return undefined;
  switch (interview.by) {
    case 'student':
      return { told: calledOff, to: ['company'] };
    case 'company':
      return { told: calledOff, to: ['student'] };
    case 'withdrawn':
      return { told: ended, to: ['company'] };
    case 'not_selected':
      return { told: ended, to: ['student'] };
  }
};

const announcementsOf = async (
  deps: Deps,
  interview: Interview,
  { told, to }: NonNullable<ReturnType<typeof tellingOf>>,
): Promise<Announcement[]> => {
  const { studentId, companyId, postingId, id, start, zone } = interview;
  const [student, posting] = await Promise.all([
    findStudent(deps.table, studentId),
    findPosting(deps.table, postingId),
  ]);
  const own = student && zoneOn(student.profile, start.slice(0, 10));
  const readers = {
    student: {
      reader: { kind: 'student', studentId },
      zones: [own, zone],
      path: `/student/applications/${id}/interview`,
    },
    company: {
      reader: { kind: 'company', companyId },
      zones: [zone, own],
      path: `/company/postings/${postingId}/interviews`,
    },
  } as const satisfies Record<Reader['kind'], object>;
  return to.map((side): Announcement => {
    const { reader, zones: both, path } = readers[side];
    const zones = both.filter((one) => one !== undefined);
    const wordsIn = (lang: Language) => ({
      subject: told[lang].subject,
      text: told[lang].text(timeInZones(start, zones, lang, 'full')),
    });
    return {
      to: reader,
      words: { zh: wordsIn('zh'), en: wordsIn('en') },
      about: posting?.content.title,
      ...(interview.state === 'cancelled' && { reason: interview.reason }),
      path,
    };
  });
};

/** Booked, moved and called off, and the reminders before. */
export const interviewAnnouncer: Announcer = {
  kind: 'INTERVIEW',
  actions: ['interview.booked', 'interview.moved', 'interview.reminded', 'interview.cancelled'],
  announce: async (deps, item, action) => {
    const interview = interviews.parse(item);
    const telling = tellingOf(interview, action);
    return telling === undefined ? [] : announcementsOf(deps, interview, telling);
  },
};

/** Times to choose from, where there were none: to every invited student without an interview. */
export const offeredSlotsAnnouncer: Announcer = {
  kind: 'INTERVIEW_SLOT',
  actions: ['interview_slots.offered'],
  announce: async (deps, item) => {
    const { postingId } = interviewSlots.parse(item);
    const [posting, waiting] = await Promise.all([
      findPosting(deps.table, postingId),
      invitedWithout(deps.table, postingId),
    ]);
    return waiting.map((application): Announcement => ({
      to: { kind: 'student', studentId: application.studentId },
      words: {
        zh: {
          subject: '可以约面试时间了',
          text: `请在申请页面选一个合适的时间，先约先得。${promise.zh}`,
        },
        en: {
          subject: 'You can choose an interview time',
          text: `Choose one that suits you on the page of your application: first come, first served. ${promise.en}`,
        },
      },
      about: posting?.content.title,
      path: `/student/applications/${application.id}/interview`,
    }));
  },
};
