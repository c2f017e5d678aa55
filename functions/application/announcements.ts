import type { Announcement, Announcer } from '../notice/announcement.ts';
import { findPosting } from '../posting/store.ts';
import { hasReachedCompany } from './rules.ts';
import { applications } from './store.ts';

const words: Readonly<Record<string, Announcement['words']>> = {
  'application.shortlisted': {
    zh: { subject: '你的申请已入围', text: '入围是邀请，不是录用承诺。' },
    en: {
      subject: 'Your application is shortlisted',
      text: 'A shortlist is an invitation, never a promise.',
    },
  },
  'application.interviewing': {
    zh: { subject: '企业邀请你面试', text: '企业放出时间后，请在申请页面选一个；企业也可能直接与你联系。' },
    en: {
      subject: 'You are invited to an interview',
      text: 'Choose a time on the page of your application once the company offers some. It may also contact you directly.',
    },
  },
  'application.rankable': {
    zh: { subject: '你可以把这个岗位列入志愿表', text: '填报志愿阶段请按真实意愿排列。' },
    en: {
      subject: 'You can put this internship on your rank list',
      text: 'Order your choices honestly in the ranking phase.',
    },
  },
  'application.not_selected': {
    zh: { subject: '你的申请未入选', text: '原因见下。你的其他申请不受影响。' },
    en: {
      subject: 'Your application was not selected',
      text: 'The reason is below. Your other applications are not affected.',
    },
  },
  // What was never sent ends without the company.
  'application.not_submitted': {
    zh: { subject: '一份申请没有提交', text: '草稿没有发给企业，原因见下。' },
    en: { subject: 'A draft was not submitted', text: 'The company never received it. The reason is below.' },
  },
};

const withdrawn: Announcement['words'] = {
  zh: { subject: '一位申请人撤回了申请', text: '你不用再处理这份申请。' },
  en: { subject: 'An applicant withdrew', text: 'There is nothing left to do with this application.' },
};

/** What the student is told of an outcome; undefined where nothing is sent. */
export const wordsOfOutcome = (to: string): Announcement['words'] | undefined => words[`application.${to}`];

/** The result of a round is announced by its publication, not here. */
export const applicationAnnouncer: Announcer = {
  kind: 'APPLICATION',
  actions: [...Object.keys(words), 'application.withdrawn'],
  announce: async (deps, item, action) => {
    const application = applications.parse(item);
    const told = words[action];
    if (action === 'application.withdrawn' && hasReachedCompany(application))
      return [
        {
          to: { kind: 'company', companyId: application.companyId },
          words: withdrawn,
          about: (await findPosting(deps.table, application.postingId))?.content.title,
          path: `/company/postings/${application.postingId}/applicants`,
          topic: 'applicant',
        },
      ];
    return told
      ? [
          {
            to: { kind: 'student', studentId: application.studentId },
            words: told,
            about: (await findPosting(deps.table, application.postingId))?.content.title,
            reason: application.history.at(-1)?.reason,
            path: `/student/applications/${application.id}`,
          },
        ]
      : [];
  },
};
