import { numberFormat, pluralRules } from './format.ts';

/** A sentence that depends on `{count}`; the category is chosen by Intl.PluralRules. */
export interface Plural {
  one?: string;
  other: string;
}

/** The type of a translation: the same keys as the Chinese original, so that a missing one fails tsc. */
export type Words<T> = {
  [K in keyof T]: T[K] extends string ? string : IsPlural<T[K]> extends true ? Plural : Words<T[K]>;
};

/** An object of nothing but plural forms; one that has other names too is a group of sentences. */
type IsPlural<T> = T extends { other: string }
  ? Exclude<keyof T, 'one' | 'other'> extends never
    ? true
    : false
  : false;

/** The dotted names of all sentences below T, e.g. `today.title`. */
export type Key<T> = {
  [K in keyof T & string]: T[K] extends string ? K : IsPlural<T[K]> extends true ? K : `${K}.${Key<T[K]>}`;
}[keyof T & string];

export type Params = Readonly<Record<string, string | number>>;

const isPlural = (value: object): value is Plural =>
  'other' in value &&
  typeof value.other === 'string' &&
  Object.keys(value).every((name) => name === 'one' || name === 'other');

/** The sentence at a dotted key, or undefined. `count` in params chooses the plural form. */
export function find(words: object, key: string, locale: string, params?: Params): string | undefined {
  let at: unknown = words;
  for (const step of key.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined;
  }
  if (typeof at === 'string') return at;
  if (typeof at !== 'object' || at === null || !isPlural(at)) return undefined;
  const one = pluralRules(locale).select(Number(params?.['count'] ?? 0)) === 'one';
  return (one ? at.one : undefined) ?? at.other;
}

const directions = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name that is written from right to left stays in its place: the sentence around it keeps its order. */
const isolated = (value: string): string => {
  const text = value.replace(directions, '');
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
};

/** Puts params into `{name}` places; numbers are written as the locale writes them. */
export function fill(sentence: string, locale: string, params?: Params): string {
  if (params === undefined) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? numberFormat(locale).format(value) : isolated(value);
  });
}
