import { timeInZones } from '../clock/time-in-zones.ts';
import type { BilingualLine } from '../values.ts';

/** What the letter tells, with names as the record has them. */
export interface DigestContent {
  lang: 'zh' | 'en';
  site: string;
  searches: readonly {
    name: string;
    postings: readonly { id: string; title: BilingualLine; company: BilingualLine }[];
  }[];
  /** When applying ends and in which zones to say it; absent once it has. */
  deadline?: { at: string; zones: readonly string[] } | undefined;
}

const words = {
  zh: {
    subject: (count: number) => `你保存的搜索有${count}个新岗位`,
    lead: (count: number) => `有${count}个新岗位符合你保存的搜索。`,
    more: (count: number) => `还有${count}个，请打开这个搜索查看。`,
    deadline: (times: string) => `申请截止：${times}。`,
    stop: (href: string) =>
      `你为保存的搜索打开了新岗位通知，所以收到这封邮件，每天最多一封。不想再收，请在这里关闭：${href}`,
    comma: '，',
  },
  en: {
    subject: (count: number) =>
      count === 1
        ? '1 new internship for your saved searches'
        : `${count} new internships for your saved searches`,
    lead: (count: number) =>
      count === 1
        ? '1 new internship matches your saved searches.'
        : `${count} new internships match your saved searches.`,
    more: (count: number) => `${count} more: open the search to see them.`,
    deadline: (times: string) => `Apply by ${times}.`,
    stop: (href: string) =>
      `You get this email at most once a day, because you asked to be told about new internships. To stop it, turn it off here: ${href}`,
    comma: ', ',
  },
} as const;

/** So many postings of one search; the rest is counted. */
const shown = 10;

/** One letter about the news of all of a student's saved searches, in the student's language. */
export const digestLetter = (content: DigestContent): { subject: string; text: string } => {
  const { lang, site, searches, deadline } = content;
  const say = words[lang];
  const name = (of: BilingualLine): string => of[lang] ?? of.zh ?? of.en ?? '';
  const count = searches.reduce((sum, { postings }) => sum + postings.length, 0);
  const parts = searches.map(({ name: title, postings }) =>
    [
      title,
      ...postings
        .slice(0, shown)
        .map(
          (posting) =>
            `- ${name(posting.title)}${say.comma}${name(posting.company)}\n  ${site}/postings/${posting.id}`,
        ),
      ...(postings.length > shown ? [say.more(postings.length - shown)] : []),
    ].join('\n'),
  );
  const times = deadline && timeInZones(deadline.at, deadline.zones, lang, 'long');
  return {
    subject: say.subject(count),
    text: [
      say.lead(count),
      ...parts,
      ...(times === undefined ? [] : [say.deadline(times)]),
      say.stop(`${site}/student/saved`),
    ].join('\n\n'),
  };
};
