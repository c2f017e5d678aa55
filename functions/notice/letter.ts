import type { Announcement, Language } from './announcement.ts';

/** A letter in both languages, Chinese first. */
export const letterOf = ({ words, about, reason }: Announcement): { subject: string; text: string } => {
  const line = (lang: Language): string[] => {
    const name = about?.[lang] ?? about?.zh ?? about?.en;
    return [
      words[lang].subject + (name === undefined ? '' : lang === 'zh' ? `：${name}` : `: ${name}`),
      words[lang].text,
    ];
  };
  const why = reason === undefined ? [] : ['', `原因 / Reason: ${reason}`];
  return {
    subject: `${words.zh.subject} / ${words.en.subject}`,
    text: [...line('zh'), '', ...line('en'), ...why].join('\n'),
  };
};
