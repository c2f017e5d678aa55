import { categories } from '../../matching/taxonomy/categories.ts';
import { majors } from '../../matching/taxonomy/majors.ts';
import { skills } from '../../matching/taxonomy/skills.ts';
import words from './words.json' with { type: 'json' };

/** For looking names up: + and # tell C, C++ and C# apart, $ and the like are currencies. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{Sc}+#]+/gu, '');

/** What a name in a spreadsheet stands for; undefined when it is not known. */
export type Vocabulary<T> = (name: string) => T | undefined;

/** Learnt at the first question: most processes import nothing. */
const vocabulary = <T>(entries: () => Iterable<readonly [T, readonly string[]]>): Vocabulary<T> => {
  let byName: Map<string, T> | undefined;
  const learn = (): Map<string, T> => {
    const learnt = new Map<string, T>();
    for (const [value, names] of entries())
      for (const name of names) if (!learnt.has(keyOf(name))) learnt.set(keyOf(name), value);
    return learnt;
  };
  return (name) => (byName ??= learn()).get(keyOf(name));
};

const named = <Slug extends string>(
  list: readonly { slug: Slug; zh: string; en: string }[],
): Vocabulary<Slug> => vocabulary(() => list.map(({ slug, zh, en }) => [slug, [slug, zh, en]]));

export const categoryNamed = named(categories);
export const majorNamed = named(majors);
export const skillNamed = named(skills);
export const workModeNamed = vocabulary(() => Object.entries(words.workMode));
export const payPeriodNamed = vocabulary(() => Object.entries(words.payPeriod));
export const currencyNamed = vocabulary(() => Object.entries(words.currency));
export const zoneNamed = vocabulary(() => Object.entries(words.zone));

/** Whether a cell says that there is no restriction. */
export const saysAny = vocabulary(() => [[true, words.any]]);
export const saysUnpaid = vocabulary(() => [[true, words.unpaid]]);
export const saysNative = vocabulary(() => [[true, words.native]]);

const alphabet = 'abcdefghijklmnopqrstuvwxyz'.split('');
const twoLetters = alphabet.flatMap((first) => alphabet.map((second) => first + second));
/** Codes that the Unicode data name but ISO 3166-1 does not hold (any more), or that are no countries. */
const noCountries = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO QU RH SU TA TP UK UN US VD WK XA XB XK YD YU ZR ZZ'.split(
    ' ',
  ),
);
noCountries.delete('US');

const localNames = (type: 'region' | 'language', codes: readonly string[]): [string, string[]][] => {
  const languages = ['en', 'zh'].map((locale) => new Intl.DisplayNames(locale, { type, fallback: 'none' }));
  return codes.flatMap((code) => {
    const names = languages.flatMap((language) => language.of(code) ?? []);
    return names.length === 0 ? [] : [[code, names] satisfies [string, string[]]];
  });
};

let known: [string, string[]][] | undefined;
export const countryCodes = (): [string, string[]][] =>
  (known ??= localNames(
    'region',
    twoLetters.map((code) => code.toUpperCase()),
  ).filter(([code]) => !noCountries.has(code)));
/** By name only: two letters are more often a state than a country. */
export const countryNamed = vocabulary<string>(() => [
  ['US', ['USA', 'U.S.', 'U.S.A.', 'United States of America', '美国']],
  ['GB', ['UK', 'U.K.', 'Great Britain', 'England', 'Scotland', '英国']],
  ['CN', ['China', "People's Republic of China", '中国', '中国大陆']],
  ['HK', ['Hong Kong', '香港']],
  ['MO', ['Macao', 'Macau', '澳门']],
  ['TW', ['Taiwan', '台湾']],
  ['KR', ['Korea', 'South Korea', '韩国']],
  ['VN', ['Vietnam', '越南']],
  ['CZ', ['Czech Republic', '捷克']],
  ...countryCodes(),
]);
export const languageNamed = vocabulary<string>(() => [
  ['zh', words.chinese],
  ['en', words.english],
  ...localNames('language', twoLetters).map(([code, names]) => [code, [code, ...names]] as const),
]);
