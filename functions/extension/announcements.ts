import type { Announcement, Announcer } from '../notice/announcement.ts';
import type { Extension } from './schema.ts';
import { extensions } from './store.ts';

const words: Readonly<Record<Extension['step'], { zh: string; en: string }>> = {
  applying: { zh: '申请', en: 'applying' },
  shortlisting: { zh: '答复申请', en: 'giving applications an outcome' },
  ranking: { zh: '填报和确认志愿表', en: 'ordering and certifying your rank list' },
  answer: { zh: '答复录用', en: 'answering your offer' },
  evaluation: { zh: '提交评价', en: 'your evaluation' },
};

const pathOf = ({ to, step }: Extension): string => {
  if (to.kind === 'company') return '/company/postings';
  const paths = {
    applying: '/student/applications',
    ranking: '/student/rank-list',
    answer: '/student/result',
  };
  return step === 'shortlisting' || step === 'evaluation' ? '/student' : paths[step];
};

const grant = (step: Extension['step']): Announcement['words'] => ({
  zh: { subject: '你的截止时间已延长', text: `协调员为你延长了${words[step].zh}的时间。只对你有效。` },
  en: {
    subject: 'You have more time',
    text: `A coordinator gave you more time for ${words[step].en}. It applies only to you.`,
  },
});
const end = (step: Extension['step']): Announcement['words'] => ({
  zh: { subject: '延长的时间已收回', text: `${words[step].zh}的延长时间已由协调员收回。` },
  en: {
    subject: 'Your extra time has ended',
    text: `A coordinator ended your extra time for ${words[step].en}.`,
  },
});

export const extensionAnnouncer: Announcer = {
  kind: 'EXTENSION',
  actions: ['extension.grant', 'extension.take_back'],
  announce: async (_deps, item, action) => {
    const extension = extensions.parse(item);
    const { to, step, until, reason } = extension;
    const granted = action === 'extension.grant';
    return [
      {
        to,
        words: granted ? grant(step) : end(step),
        ...(granted && { dates: [{ label: { zh: '新的截止时间', en: 'Your deadline' }, at: until }] }),
        reason: granted ? reason : item.stamp.reason,
        path: pathOf(extension),
        topic: 'cycle',
      },
    ];
  },
};
