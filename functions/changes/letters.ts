import type { ApplicationState } from '../application/schema.ts';
import type { CompanyState } from '../company/schema.ts';
import type { PostingState } from '../posting/schema.ts';

interface Title {
  zh?: string | undefined;
  en?: string | undefined;
}
/** What there is to tell. */
export type Notice =
  | { kind: 'company'; state: CompanyState; reason?: string | undefined }
  | { kind: 'posting'; state: PostingState; title: Title; reason?: string | undefined }
  | { kind: 'application'; state: ApplicationState; title: Title; reason?: string | undefined };

interface Wording {
  subject: Title & { zh: string; en: string };
  text: { zh: string; en: string };
}

const company: Partial<Record<CompanyState, Wording>> = {
  verified: {
    subject: { zh: '企业已通过核验', en: 'Your company is verified' },
    text: { zh: '现在可以提交岗位了。', en: 'You can submit postings now.' },
  },
  needs_info: {
    subject: { zh: '企业核验需要补充信息', en: 'We need more about your company' },
    text: { zh: '请补充后再次提交。', en: 'Add what is asked for and submit again.' },
  },
  rejected: {
    subject: { zh: '企业未通过核验', en: 'Your company was not verified' },
    text: { zh: '原因见下。', en: 'The reason is below.' },
  },
  suspended: {
    subject: { zh: '企业已被暂停', en: 'Your company is suspended' },
    text: { zh: '原因见下。', en: 'The reason is below.' },
  },
};
const posting: Partial<Record<PostingState, Wording>> = {
  approved: {
    subject: { zh: '岗位已通过审核', en: 'Your posting is approved' },
    text: { zh: '发布后学生即可看到。', en: 'Publish it to show it to students.' },
  },
  changes_requested: {
    subject: { zh: '岗位需要修改', en: 'Your posting needs changes' },
    text: { zh: '请修改后再次提交。', en: 'Change it and submit it again.' },
  },
  paused: {
    subject: { zh: '岗位已暂停', en: 'Your posting is paused' },
    text: { zh: '暂停期间不接受新的申请。', en: 'It takes no new applications for the time being.' },
  },
};
const application: Partial<Record<ApplicationState, Wording>> = {
  shortlisted: {
    subject: { zh: '你的申请进入初选', en: 'Your application is shortlisted' },
    text: { zh: '初选是邀请，不是承诺。', en: 'A shortlist is an invitation, never a promise.' },
  },
  interviewing: {
    subject: { zh: '企业邀请你面试', en: 'You are invited to an interview' },
    text: { zh: '企业会与你联系。', en: 'The company will get in touch with you.' },
  },
  rankable: {
    subject: { zh: '你可以把这个岗位列入志愿表', en: 'You can put this posting on your rank list' },
    text: { zh: '排序阶段请按真实意愿排列志愿。', en: 'Order your choices honestly in the ranking phase.' },
  },
  not_selected: {
    subject: { zh: '你的申请未入选', en: 'Your application was not selected' },
    text: {
      zh: '原因见下。你仍可申请其他岗位。',
      en: 'The reason is below. Other postings are still open to you.',
    },
  },
};

const wordingOf = (notice: Notice): Wording | undefined => {
  switch (notice.kind) {
    case 'company':
      return company[notice.state];
    case 'posting':
      return posting[notice.state];
    case 'application':
      return application[notice.state];
  }
};

/** A letter in both languages, Chinese first; undefined for a state that nobody waits for. */
export const letterFor = (notice: Notice): { subject: string; text: string } | undefined => {
  const wording = wordingOf(notice);
  if (wording === undefined) return undefined;
  const title = notice.kind === 'company' ? undefined : notice.title;
  const line = (lang: 'zh' | 'en'): string[] => {
    const name = title?.[lang] ?? title?.zh ?? title?.en;
    return [
      wording.subject[lang] + (name === undefined ? '' : lang === 'zh' ? `：${name}` : `: ${name}`),
      wording.text[lang],
    ];
  };
  const reason = notice.reason === undefined ? [] : ['', `原因 / Reason: ${notice.reason}`];
  return {
    subject: `${wording.subject.zh} / ${wording.subject.en}`,
    text: [...line('zh'), '', ...line('en'), ...reason].join('\n'),
  };
};
