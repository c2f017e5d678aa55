import { useMemo } from 'preact/hooks';
import type { Option } from './choice-field.tsx';
import { localeOf } from '../i18n/lang.ts';
import { useFormat, useLang } from '../i18n/use-lang.tsx';

/** Every code that ISO 3166-1 assigns: a student may live anywhere. */
const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );
/** ISO 639-1: official languages of states, and others that many speak. */
const languageCodes =
  'zh en af am ar az be bg bn bs ca cs cy da de el es et eu fa fi fr ga gl gu ha he hi hr hu hy id ig is it ja jv ka kk km kn ko ky lo lt lv mg mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te tg th ti tk tr ug uk ur uz vi xh yo zu'.split(
    ' ',
  );

const named = (codes: readonly string[], name: (code: string) => string, locale: string): Option[] => {
  const { compare } = new Intl.Collator(locale);
  return codes.map((value) => ({ value, label: name(value) })).toSorted((a, b) => compare(a.label, b.label));
};

/** Countries as options, in the order of the reader's language. */
export function useCountries(): readonly Option[] {
  const { country } = useFormat();
  const { lang } = useLang();
  return useMemo(() => named(countryCodes, country, localeOf[lang]), [country, lang]);
}

export function useLanguages(): readonly Option[] {
  const { language } = useFormat();
  const { lang } = useLang();
  return useMemo(() => named(languageCodes, language, localeOf[lang]), [language, lang]);
}

/** Every zone that the browser knows, and the one chosen before, which it may know by another name. */
export const zoneOptions = (chosen = ''): readonly Option[] =>
  [...new Set([...(chosen === '' ? [] : [chosen]), ...Intl.supportedValuesOf('timeZone')])].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));
