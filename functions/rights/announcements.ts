import type { Announcer } from '../notice/announcement.ts';
import { deletions } from './store.ts';

/** That a request for deletion has arrived, so that nobody else makes one unnoticed. */
export const deletionAnnouncer: Announcer = {
  kind: 'DELETION',
  actions: ['deletion.request'],
  announce: async (_deps, item) => {
    const { studentId, dueAt } = deletions.parse(item);
    return [
      {
        to: { kind: 'student', studentId },
        words: {
          zh: {
            subject: '已收到删除数据的请求',
            text: '到期后，你的账号和数据会被删除，无法恢复。在此之前可以撤回。如果不是你本人操作，请立即撤回。',
          },
          en: {
            subject: 'Your deletion request has arrived',
            text: 'Your account and data will be deleted then, for good. Until then you can undo it. If it was not you, undo it now.',
          },
        },
        path: '/student/data',
        // Whoever did not ask has to learn of it: its letter is not opted out of.
        topic: 'result',
        dates: [{ label: { zh: '删除时间', en: 'Deletion' }, at: dueAt }],
      },
    ];
  },
};
