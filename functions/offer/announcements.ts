import type { Deps } from '../deps.ts';
import type { Announcement, Announcer } from '../notice/announcement.ts';
import { findPosting } from '../posting/store.ts';
import { releases } from './releases.ts';
import type { Offer } from './schema.ts';
import { offers } from './store.ts';

type Words = Announcement['words'];

/** What an offer's end means to each side. Who did it themselves has seen it and is told nothing. */
const words: Readonly<Record<string, Partial<Record<'student' | 'company', Words>>>> = {
  'offer.accepted': {
    company: {
      zh: { subject: '学生接受了录用', text: '现在可以准备入职了。' },
      en: { subject: 'A student accepted your offer', text: 'You can now prepare for their start.' },
    },
  },
  'offer.declined': {
    company: {
      zh: { subject: '学生谢绝了录用', text: '空出的名额会进入下一轮匹配。' },
      en: { subject: 'A student declined your offer', text: 'The seat goes into the next round.' },
    },
  },
  'offer.expired': {
    student: {
      zh: {
        subject: '录用已过期',
        text: '截止前没有收到你的答复，录用已失效。如有特殊原因，请联系协调员。',
      },
      en: {
        subject: 'Your offer has expired',
        text: 'There was no answer by the deadline. If there was a reason, write to a coordinator.',
      },
    },
    company: {
      zh: { subject: '录用已过期', text: '学生在期限内没有答复，空出的名额会进入下一轮匹配。' },
      en: {
        subject: 'An offer has expired',
        text: 'The student did not answer in time. The seat goes into the next round.',
      },
    },
  },
  'offer.waived': {
    student: {
      zh: { subject: '录用已解除', text: '协调员已同意解除这份录用，它对双方都不再有约束力。' },
      en: {
        subject: 'You are released from your offer',
        text: 'A coordinator has agreed to this. The offer binds neither side any more.',
      },
    },
    company: {
      zh: { subject: '录用已解除', text: '协调员已同意解除这份录用，空出的名额会进入下一轮匹配。' },
      en: {
        subject: 'A student was released from your offer',
        text: 'A coordinator has agreed to this. The seat goes into the next round.',
      },
    },
  },
  'offer.rescinded': {
    student: {
      zh: {
        subject: '你的录用已被撤回',
        text: '这不是你的问题，你可以参加本周期的下一轮补录。原因见下。',
      },
      en: {
        subject: 'Your offer was rescinded',
        text: 'The reason is below. It is no fault of yours: you may take part in the next supplementary round.',
      },
    },
    company: {
      zh: { subject: '录用已撤回', text: '学生已收到通知和原因，空出的名额会进入下一轮匹配。' },
      en: {
        subject: 'An offer was rescinded',
        text: 'The student was told, with the reason. The seat goes into the next round.',
      },
    },
  },
};

const pages = { student: '/student/result', company: '/company/results' } as const;

const titleOf = async (deps: Deps, { postingId }: Pick<Offer, 'postingId'>) =>
  (await findPosting(deps.table, postingId))?.content.title;

export const offerAnnouncer: Announcer = {
  kind: 'OFFER',
  actions: Object.keys(words),
  announce: async (deps, item, action) => {
    const offer = offers.parse(item);
    const { studentId, companyId, reason } = offer;
    const about = await titleOf(deps, offer);
    const { student, company } = words[action] ?? {};
    return [
      ...(student
        ? [
            {
              to: { kind: 'student', studentId } as const,
              words: student,
              about,
              reason,
              path: pages.student,
            },
          ]
        : []),
      ...(company
        ? [
            {
              to: { kind: 'company', companyId } as const,
              words: company,
              about,
              reason,
              path: pages.company,
            },
          ]
        : []),
    ];
  },
};

const refused: Words = {
  zh: { subject: '解除录用的申请未获同意', text: '录用继续有效。原因见下。' },
  en: { subject: 'Your request about an offer was refused', text: 'The offer stands. The reason is below.' },
};

/** A granted request is told as what it does to the offer. */
export const releaseAnnouncer: Announcer = {
  kind: 'RELEASE',
  actions: ['release.refused'],
  announce: async (_deps, item) => {
    const { by, studentId, companyId, answer } = releases.parse(item);
    const to = by === 'student' ? ({ kind: by, studentId } as const) : ({ kind: by, companyId } as const);
    return [{ to, words: refused, reason: answer, path: pages[by] }];
  },
};
