import type { IssuedCertificate } from '../schema.ts';

const pick = (of: { zh?: string | undefined; en?: string | undefined }, first: 'zh' | 'en'): string =>
  (first === 'zh' ? (of.zh ?? of.en) : (of.en ?? of.zh)) ?? '';

const day = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));

const hours = ({ min, max }: { min: number; max: number }): string =>
  min === max ? `${min}` : `${min}–${max}`;

/** What the print says, both languages. */
export const wordsOf = ({ internship, issuedAt, ...certificate }: IssuedCertificate) => {
  const { company, posting, programme, from, to, hoursAWeek } = internship;
  const week = hours(hoursAWeek);
  return {
    zh: {
      title: '实习证书',
      certifies: '兹证明',
      body: `于${day(from, 'zh-CN')}至${day(to, 'zh-CN')}在${pick(company, 'zh')}完成“${pick(posting, 'zh')}”岗位实习，每周${week}小时。`,
      programme: pick(programme, 'zh'),
      issued: `签发日期：${day(issuedAt, 'zh-CN')}`,
      check: '扫码或输入编号查验',
      unprintable: '有些文字本版式无法印出，完整内容以查验页面和附件为准。',
      revoked: '已撤销',
    },
    en: {
      title: 'Certificate of Internship',
      certifies: 'This certifies that',
      body: `completed the internship “${pick(posting, 'en')}” at ${pick(company, 'en')} from ${day(from, 'en-GB')} to ${day(to, 'en-GB')}, ${week} hours a week.`,
      programme: pick(programme, 'en'),
      issued: `Issued ${day(issuedAt, 'en-GB')}`,
      check: 'Scan or type the code to check it',
      unprintable:
        'Some characters cannot be printed here. The full text is on the public check page and in the attached file.',
      revoked: 'REVOKED',
    },
    revokedAt: certificate.state === 'revoked' ? certificate.revokedAt.slice(0, 10) : undefined,
  };
};
