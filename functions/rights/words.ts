/** What is said last, to an address that is gone afterwards. */
export const doneLetter = {
  subject: '你的数据已删除 / Your data has been deleted',
  text: [
    '你的账号和我们保存的关于你的数据已删除。已发布的统计数字不含个人信息，予以保留。这是我们发给你的最后一封邮件。',
    'Your account and what we held about you have been deleted. Published statistics, which name nobody, stay. This is the last email you will get from us.',
  ].join('\n\n'),
};

export const companyWords = {
  zh: {
    subject: '一位申请人已删除个人数据',
    text: '这位申请人的申请、面试、录用和实习已随之结束，相关资料不再显示。空出的名额可以重新使用。',
  },
  en: {
    subject: 'An applicant has deleted their data',
    text: 'Their application, interview, offer and internship have ended and are no longer shown. The seat is open again.',
  },
};

/** What stands where somebody's name was. */
export const formerName = {
  company: '已离开的招聘人员 / Former recruiter',
  coordinator: '已离开的协调员 / Former coordinator',
  referrer: '已离开的推荐方成员 / Former member',
} as const;
/** An address that no letter reaches (RFC 2606), where a field wants one. */
export const nobodysAddress = 'nobody@left.invalid';

/** To somebody who acts for a company, the programme or a referrer, whether or not it was them. */
export const askedLetter = (dueAt: string) => ({
  subject: '已收到删除账号的请求 / We have received your request to delete your account',
  text: [
    `你的账号将在${dueAt.slice(0, 16).replace('T', ' ')}（UTC）之后删除，无法恢复。在此之前可以在“我的数据”中撤回。如果不是你本人操作，请立即撤回。`,
    `Your account will be permanently deleted after ${dueAt.slice(0, 16).replace('T', ' ')} (UTC). Until then, you can undo this under “My data”. If it was not you, undo it now.`,
  ].join('\n\n'),
});
