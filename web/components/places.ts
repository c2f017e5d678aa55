import type { Option } from './choice-field.tsx';
import { useFormat } from '../i18n/use-lang.tsx';

/** Where companies and students of such a programme mostly are: ISO 3166-1 codes. */
const countryCodes =
  'CN HK MO TW AE AR AT AU BE BR CA CH CL CO CZ DE DK EG ES FI FR GB GR HU ID IE IL IN IT JP KE KR KZ LU MX MY NG NL NO NZ PH PK PL PT QA RO RU SA SE SG TH TR UA US UZ VN ZA'.split(
    ' ',
  );
/** ISO 639-1. */
const languageCodes =
  'zh en ar cs da de el es fi fr he hi hu id it ja kk ko ms nl no pl pt ro ru sv th tr uk vi'.split(' ');

const named = (codes: readonly string[], name: (code: string) => string): Option[] =>
  codes.map((value) => ({ value, label: name(value) })).toSorted((a, b) => a.label.localeCompare(b.label));

/** Countries as options, in the order of the reader's language. */
export function useCountries(): readonly Option[] {
  return named(countryCodes, useFormat().country);
}

export function useLanguages(): readonly Option[] {
  return named(languageCodes, useFormat().language);
}

/** Every zone that the browser knows, and the one chosen before, which it may know by another name. */
export const zoneOptions = (chosen = ''): readonly Option[] =>
  [...new Set([...(chosen === '' ? [] : [chosen]), ...Intl.supportedValuesOf('timeZone')])].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));
