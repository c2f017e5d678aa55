import type { Announcement, Announcer } from '../notice/announcement.ts';
import { postings } from './store.ts';

const words: Readonly<Record<string, Announcement['words']>> = {
  'posting.approved': {
    zh: { subject: '岗位已通过审核', text: '发布后学生即可看到。' },
    en: { subject: 'Your posting is approved', text: 'Publish it to show it to students.' },
  },
  'posting.changes_requested': {
    zh: { subject: '岗位需要修改', text: '请修改后再次提交。' },
    en: { subject: 'Your posting needs changes', text: 'Change it and submit it again.' },
  },
  'posting.paused': {
    zh: { subject: '岗位已暂停', text: '暂停期间不接受新的申请。' },
    en: { subject: 'Your posting is paused', text: 'It takes no new applications for the time being.' },
  },
};

export const postingAnnouncer: Announcer = {
  kind: 'POSTING',
  actions: Object.keys(words),
  announce: async (_deps, item, action) => {
    const posting = postings.parse(item);
    const told = words[action];
    return told
      ? [
          {
            to: { kind: 'company', companyId: posting.companyId },
            words: told,
            about: posting.content.title,
            reason: item.stamp.reason,
            path: `/company/postings/${posting.id}`,
          },
        ]
      : [];
  },
};
