import type { Announcement, Announcer } from '../notice/announcement.ts';
import { deletions, isOfStaff } from './store.ts';
import { askedLetter } from './words.ts';

type Words = Announcement['words'];
const requested: Words = {
  zh: {
    subject: '已收到删除数据的请求',
    text: '到期后，你的账号和数据会被删除，无法恢复。在此之前可以撤回。如果不是你本人操作，请立即撤回。',
  },
  en: {
    subject: 'We have received your deletion request',
    text: 'Your account and data will be permanently deleted at the time below. Until then, you can undo this. If it was not you, undo it now.',
  },
};
const byRetention: Words = {
  zh: {
    subject: '你的数据即将到期删除',
    text: '你参加的周期都已过保留期。到期后，你的账号、档案、申请、实习记录和证书会被删除，无法恢复；证书无法再在线查验，需要的话请先下载。想继续保留，请打开“我的数据”，选择“保留我的数据”，会再保留一年。',
  },
  en: {
    subject: 'Your data is about to be deleted',
    text: 'The time for which we keep data from your cycles is over. Your account, profile, applications, internship records and certificates will be permanently deleted at the time below. After that, certificates can no longer be checked online, so download them first. To keep your data for another year, open “My data” and choose “Keep my data”.',
  },
};

const unused: Words = {
  zh: {
    subject: '你的数据即将到期删除',
    text: '你很久没有使用这个账号，也没有参加过任何周期。到期后，你的账号和档案会被删除，无法恢复。想继续保留，请打开“我的数据”，选择“保留我的数据”，会再保留一年。',
  },
  en: {
    subject: 'Your data is about to be deleted',
    text: 'You have not used this account for a long time and have not taken part in a cycle. Your account and profile will be permanently deleted at the time below. To keep them for another year, open “My data” and choose “Keep my data”.',
  },
};

/** That a request for deletion has arrived, so that nobody else makes one unnoticed; or that the time for keeping is over. */
export const deletionAnnouncer: Announcer = {
  kind: 'DELETION',
  actions: ['deletion.request', 'deletion.retention'],
  announce: async (deps, item) => {
    const deletion = deletions.parse(item);
    if (isOfStaff(deletion)) {
      // Not all of them have a page of notices, and it is nobody's matter but theirs.
      const { email, word, dueAt } = deletion;
      await deps.mail.send({
        id: `deletion#${word}`,
        to: email,
        ...askedLetter(dueAt),
        sentAt: item.stamp.at,
      });
      return [];
    }
    const { studentId, dueAt, because, cycleId } = deletion;
    const told = cycleId === undefined ? unused : byRetention;
    return [
      {
        to: { kind: 'student', studentId },
        words: because === 'retention' ? told : requested,
        path: '/student/data',
        // Whoever did not ask has to learn of it: its letter is not opted out of.
        topic: 'result',
        dates: [{ label: { zh: '删除时间', en: 'Deletion' }, at: dueAt }],
      },
    ];
  },
};
