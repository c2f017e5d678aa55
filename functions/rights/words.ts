/** What is said last, to an address that is gone afterwards. */
export const doneLetter = {
  subject: '你的数据已删除 / Your data has been deleted',
  text: [
    '你的账号和我们保存的关于你的数据已删除。已发布的统计数字不含个人信息，予以保留。这是我们发给你的最后一封信。',
    'Your account and what we held about you have been deleted. Published statistics, which name nobody, stay. This is the last letter you get from us.',
  ].join('\n\n'),
};

export const companyWords = {
  zh: {
    subject: '一位申请人已删除个人数据',
    text: '这位申请人的申请、面试、录用和实习已随之结束，相关资料不再显示。空出的名额可以重新使用。',
  },
  en: {
    subject: 'An applicant has deleted their data',
    text: 'Their application, interview, offer and internship have ended with it and are no longer shown. The seat is free again.',
  },
};
