import type { Announcement, Announcer } from '../notice/announcement.ts';
import { otherSide } from '../placement/parties.ts';
import { logWeeks } from './store.ts';
import { findPlacement } from '../placement/store.ts';

const words: Readonly<Record<string, Announcement['words']>> = {
  'work_log.comment': {
    zh: { subject: '周志有新评论', text: '请在实习页面查看。' },
    en: { subject: 'A week of the log has a new comment', text: 'Read it on the internship page.' },
  },
  'work_log.countersign': {
    zh: { subject: '企业签认了一周的周志', text: '这一周的内容不再变动。' },
    en: {
      subject: 'The company countersigned a week of your log',
      text: 'That week can no longer be changed.',
    },
  },
};

export const workLogAnnouncer: Announcer = {
  kind: 'WORK_LOG',
  actions: Object.keys(words),
  announce: async (deps, item, action) => {
    const { placementId, comments } = logWeeks.parse(item);
    const placement = await findPlacement(deps.table, placementId);
    const told = words[action];
    const writer = comments.at(-1)?.by;
    if (placement === undefined || told === undefined) return [];
    const to = action === 'work_log.comment' && writer !== undefined ? otherSide(writer) : 'student';
    const { studentId, companyId } = placement;
    return [
      to === 'student'
        ? { to: { kind: 'student', studentId }, words: told, path: '/student/placement' }
        : { to: { kind: 'company', companyId }, words: told, path: `/company/interns/${placementId}` },
    ];
  },
};
