import { timeInZones } from '../clock/time-in-zones.ts';
import type { Announcement, Language } from './announcement.ts';

/** To whom a letter goes: in one language, or in both while nobody knows which. */
export interface Addressee {
  lang?: Language | undefined;
  /** The reader's zone and the cycle's. */
  zones: readonly string[];
  site: string;
}

type Told = Pick<Announcement, 'words' | 'about' | 'reason' | 'dates' | 'path'>;

const words = {
  zh: {
    colon: '：',
    reason: '原因',
    was: (time: string) => `（原为${time}）`,
    more: '查看',
    digest: (count: number) => `今日通知：${count}条`,
    stop: (href: string) => `不想再收这类邮件：${href}`,
    settings: (href: string) => `选择收哪些邮件、什么时候收：${href}`,
  },
  en: {
    colon: ': ',
    reason: 'Reason',
    was: (time: string) => ` (was ${time})`,
    more: 'Open',
    digest: (count: number) => (count === 1 ? 'Today’s notice' : `Today’s ${count} notices`),
    stop: (href: string) => `Stop emails of this kind: ${href}`,
    settings: (href: string) => `Choose which emails you get and when: ${href}`,
  },
} as const;

const times = (at: string, zones: readonly string[], lang: Language): string =>
  timeInZones(at, zones, lang, 'long');

/** What is told, in one language. */
const told = (
  { words: wording, about, dates = [] }: Told,
  lang: Language,
  zones: readonly string[],
): string[] => {
  const say = words[lang];
  const name = about?.[lang] ?? about?.zh ?? about?.en;
  return [
    wording[lang].subject + (name === undefined ? '' : say.colon + name),
    wording[lang].text,
    ...dates.map(
      ({ label, old, at }) =>
        `- ${label[lang]}${say.colon}${times(at, zones, lang)}${old === undefined ? '' : say.was(times(old, zones, lang))}`,
    ),
  ];
};

const both = (lang: Language | undefined): readonly Language[] =>
  lang === undefined ? ['zh', 'en'] : [lang];
const joined = (lang: Language | undefined, of: (lang: Language) => string): string =>
  both(lang).map(of).join(' / ');

/** A line that is named in the languages of the letter. */
const named = (lang: Language | undefined, of: (lang: Language) => string, text: string): string =>
  joined(lang, of) + words[lang ?? 'en'].colon + text;

const body = (one: Told, { lang, zones, site }: Addressee): string[] => [
  ...both(lang).flatMap((each, index) => [...(index > 0 ? [''] : []), ...told(one, each, zones)]),
  ...(one.reason === undefined ? [] : ['', named(lang, (each) => words[each].reason, one.reason)]),
  '',
  named(lang, (each) => words[each].more, site + one.path),
];

/** Where letters of the kind stop, and where all is chosen. */
export interface Ways {
  stop?: string | undefined;
  settings: string;
}

const foot = (lang: Language | undefined, { stop, settings }: Ways): string[] => [
  '',
  '--',
  ...both(lang).flatMap((each) => [
    ...(stop === undefined ? [] : [words[each].stop(stop)]),
    words[each].settings(settings),
  ]),
];

/** A letter about one thing. */
export const letterOf = (one: Told, to: Addressee, ways: Ways): { subject: string; text: string } => ({
  subject: joined(to.lang, (lang) => one.words[lang].subject),
  text: [...body(one, to), ...foot(to.lang, ways)].join('\n'),
});

/** The daily letter. */
export const digestOf = (
  all: readonly Told[],
  to: Addressee,
  ways: Ways,
): { subject: string; text: string } => ({
  subject: joined(to.lang, (lang) => words[lang].digest(all.length)),
  text: [...all.map((one) => body(one, to).join('\n')), foot(to.lang, ways).join('\n')].join('\n\n'),
});
