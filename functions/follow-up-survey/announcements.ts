import type { Announcer } from '../notice/announcement.ts';
import { followUps } from './store.ts';

/** The survey that has come. The link leads to a page behind the sign-in: the letter itself opens nothing. */
export const followUpAnnouncer: Announcer = {
  kind: 'FOLLOW_UP',
  actions: ['follow_up.asked'],
  announce: async (_deps, item) => {
    const { studentId } = followUps.parse(item);
    return [
      {
        to: { kind: 'student', studentId },
        words: {
          zh: {
            subject: '实习后回访：五个问题',
            text: '你同意过我们在实习结束后了解你的近况。五个问题，一分钟填完；可以跳过，也可以让我们不再回访。',
          },
          en: {
            subject: 'Five questions: how are you doing since your internship?',
            text: 'You agreed that we may ask. There are five questions and they take a minute. You can skip them, or tell us to stop asking.',
          },
        },
        path: '/student/follow-up',
      },
    ];
  },
};
