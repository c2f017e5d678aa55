import type { Announcement, Announcer } from '../notice/announcement.ts';
import { companies } from './store.ts';

const words: Readonly<Record<string, Announcement['words']>> = {
  'company.verified': {
    zh: { subject: '企业已通过核验', text: '现在可以提交岗位了。' },
    en: { subject: 'Your company is verified', text: 'You can submit postings now.' },
  },
  'company.needs_info': {
    zh: { subject: '企业核验需要补充信息', text: '请补充后再次提交。' },
    en: { subject: 'We need more information about your company', text: 'Add it and submit again.' },
  },
  'company.rejected': {
    zh: { subject: '企业未通过核验', text: '原因见下。' },
    en: { subject: 'Your company was not verified', text: 'The reason is below.' },
  },
  'company.accept_change': {
    zh: { subject: '新的企业资料已通过核对', text: '名称、网站和联系人现在以新的为准。' },
    en: {
      subject: 'Your new company details are accepted',
      text: 'The new name, website and contact are now in use.',
    },
  },
  'company.refuse_change': {
    zh: { subject: '新的企业资料未通过核对', text: '名称、网站和联系人仍以原来的为准。原因见下。' },
    en: {
      subject: 'Your new company details were not accepted',
      text: 'The old name, website and contact stay in use. The reason is below.',
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
