import type { Announcement, Announcer } from '../notice/announcement.ts';
import { companies } from './store.ts';

const words: Readonly<Record<string, Announcement['words']>> = {
  'company.verified': {
    zh: { subject: '企业已通过核验', text: '现在可以提交岗位了。' },
    en: { subject: 'Your company is verified', text: 'You can submit postings now.' },
  },
  'company.needs_info': {
    zh: { subject: '企业核验需要补充信息', text: '请补充后再次提交。' },
    en: { subject: 'We need more about your company', text: 'Add what is asked for and submit again.' },
  },
  'company.rejected': {
    zh: { subject: '企业未通过核验', text: '原因见下。' },
    en: { subject: 'Your company was not verified', text: 'The reason is below.' },
  },
  'company.accept_change': {
    zh: { subject: '新的名称或网站已通过核对', text: '现在大家看到的就是新的资料。' },
    en: { subject: 'Your new name or website is accepted', text: 'Everyone sees it now.' },
  },
  'company.refuse_change': {
    zh: { subject: '新的名称或网站未通过核对', text: '大家看到的仍是原来的资料。原因见下。' },
    en: {
      subject: 'Your new name or website was not accepted',
      text: 'Everyone goes on seeing the old one. The reason is below.',
    },
  },
  'company.suspended': {
    zh: { subject: '企业已被暂停', text: '原因见下。' },
    en: { subject: 'Your company is suspended', text: 'The reason is below.' },
  },
};

export const companyAnnouncer: Announcer = {
  kind: 'COMPANY',
  actions: Object.keys(words),
  announce: async (_deps, item, action) => {
    const company = companies.parse(item);
    const told = words[action];
    return told
      ? [
          {
            to: { kind: 'company', companyId: company.id },
            words: told,
            reason: item.stamp.reason,
            path: '/company/profile',
          },
        ]
      : [];
  },
};
