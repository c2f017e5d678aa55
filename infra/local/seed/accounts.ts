import type { KnownPerson } from '../../../functions/identity/accounts.ts';

/** An account that the start offers, with what there is to do for it. */
export interface DemoAccount extends KnownPerson {
  password: string;
  does: { zh: string; en: string };
}

/** Everyone of the demonstration has this password; a real deployment has no such accounts. */
export const demoPassword = 'internship-demo';

const demo = (account: Omit<DemoAccount, 'password'>): DemoAccount => ({
  ...account,
  password: demoPassword,
});

export const linXiaoyu = demo({
  subject: 'demo-student-lin-xiaoyu',
  email: 'lin.xiaoyu@demo.example',
  name: '林晓雨',
  role: 'student',
  does: {
    zh: '档案完整，三份申请有了进展：看匹配依据，排志愿表。',
    en: 'Complete profile, three applications under way: read the reasons, order the rank list.',
  },
});
export const samWeber = demo({
  subject: 'demo-student-sam-weber',
  email: 'sam.weber@demo.example',
  name: 'Sam Weber',
  role: 'student',
  does: {
    zh: '刚注册，档案填了一半：补全后就能看到匹配度并申请。',
    en: 'New, with half a profile: complete it, see what fits, apply.',
  },
});
export const wutong = demo({
  subject: 'demo-company-wutong',
  email: 'hr@wutong.demo.example',
  name: '周文博',
  role: 'company',
  does: {
    zh: '梧桐数智，四个岗位、二十多位申请人：还有人在等答复。',
    en: 'Wutong Digital, four postings and over twenty applicants: some still wait for an answer.',
  },
});
export const newCompany = demo({
  subject: 'demo-company-new',
  email: 'new@demo.example',
  name: '顾以宁',
  role: 'company',
  does: { zh: '还没有登记企业：从登记开始。', en: 'No company yet: begin by registering one.' },
});
export const coordinator = demo({
  subject: 'demo-coordinator',
  email: 'coordinator@demo.example',
  name: '沈清扬',
  role: 'coordinator',
  does: {
    zh: '管理本周期：核验企业、审核岗位、推进阶段、运行匹配。',
    en: 'Runs the cycle: checks companies and postings, moves phases, runs the match.',
  },
});
export const approver = demo({
  subject: 'demo-approver',
  email: 'approver@demo.example',
  name: '陆望舒',
  role: 'coordinator',
  does: {
    zh: '复核人：批准别人运行的匹配结果。',
    en: 'The second pair of eyes: approves a match that somebody else ran.',
  },
});

export const referrer = demo({
  subject: 'demo-referrer',
  email: 'workstation@demo.example',
  name: '黎知夏',
  role: 'referrer',
  does: {
    zh: '温哥华海外工作站：发邀请链接，看带来的学生走到了哪一步。',
    en: 'Vancouver workstation: sends invitation links, sees how far its students have come.',
  },
});

export const coordinators: readonly DemoAccount[] = [coordinator, approver];
export const demoAccounts: readonly DemoAccount[] = [
  linXiaoyu,
  samWeber,
  wutong,
  newCompany,
  ...coordinators,
  referrer,
];
