import { zoneCity } from '../../functions/clock/zone-city.ts';

/** Dates, numbers, money and lists in one locale. Instants are ISO 8601 strings or epoch milliseconds. */
export interface Formats {
  /** `19 May 2026, 18:00` in the given zone; with `zoneName`, the zone's offset too. */
  instant: (at: string | number, zone: string) => string;
  /** `18:00` */
  time: (at: string | number, zone: string) => string;
  /** `19 May 2026` of an instant, or of a plain `2026-05-19`. */
  day: (at: string | number, zone?: string) => string;
  /** `19 May` */
  shortDay: (at: string | number, zone?: string) => string;
  /** `in 3 days`, `2 hours ago`; `in 1 day`, for what is tomorrow depends on the zone. */
  relative: (at: string | number, now: number) => string;
  number: (value: number, digits?: number) => string;
  percent: (share: number) => string;
  /** Amount in the currency's main unit. */
  money: (amount: number, currency: string) => string;
  list: (items: readonly string[]) => string;
  /** `Canada or Germany` */
  anyOf: (items: readonly string[]) => string;
  /** `3 h 30 min` from minutes */
  duration: (minutes: number) => string;
  /** Name of a language tag or country code in the reader's language. */
  language: (tag: string) => string;
  country: (code: string) => string;
  /** `Shanghai, GMT+8` */
  zone: (zone: string, at: number) => string;
}

/** Seconds of a unit, and from how many units it is used: less than two months are counted in days. */
const units = [
  ['year', 31_536_000, 2],
  ['month', 2_592_000, 2],
  ['day', 86_400, 1],
  ['hour', 3_600, 1],
] as const;

/** A format is costly to make and lists ask for the same few: they are made once. */
const kept = new Map<string, unknown>();
function once<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = kind + locale + JSON.stringify(options);
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T; // oxlint-disable-line -- the key names what is kept under it
}
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once('date', locale, options, () => new Intl.DateTimeFormat(locale, options));
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  once('number', locale, options, () => new Intl.NumberFormat(locale, options));

export const pluralRules = (locale: string): Intl.PluralRules =>
  once('plural', locale, {}, () => new Intl.PluralRules(locale));

export function formatsFor(locale: string): Formats {
  const date = (at: string | number, options: Intl.DateTimeFormatOptions): string => {
    const plain = typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at);
    return dateFormat(locale, plain ? { ...options, timeZone: 'UTC' } : options).format(new Date(at));
  };
  const ofZone = (zone: string | undefined): Intl.DateTimeFormatOptions =>
    zone === undefined ? {} : { timeZone: zone };
  const listFormat = (type: 'conjunction' | 'disjunction') =>
    once('list', locale, { type }, () => new Intl.ListFormat(locale, { type }));
  const names = (type: 'language' | 'region') =>
    once('names', locale, { type }, () => new Intl.DisplayNames(locale, { type }));
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return {
    instant: (at, zone) =>
      date(at, { year: 'numeric', month: 'short', day: 'numeric', ...clock, timeZone: zone }),
    time: (at, zone) => date(at, { ...clock, timeZone: zone }),
    day: (at, zone) => date(at, { year: 'numeric', month: 'short', day: 'numeric', ...ofZone(zone) }),
    shortDay: (at, zone) => date(at, { month: 'short', day: 'numeric', ...ofZone(zone) }),
    relative: (at, now) => {
      const seconds = (new Date(at).getTime() - now) / 1000;
      const [unit, size] = units.find(([, length, least]) => Math.abs(seconds) >= length * least) ?? [
        'minute',
        60,
      ];
      // In figures: “tomorrow” is another day after 47 hours, and “next month” after six weeks.
      return once('relative', locale, {}, () => new Intl.RelativeTimeFormat(locale)).format(
        Math.trunc(seconds / size) || Math.sign(seconds),
        unit,
      );
    },
    number: (value, digits = 0) => numberFormat(locale, { maximumFractionDigits: digits }).format(value),
    percent: (share) => numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    money: (amount, currency) =>
      numberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount),
    list: (items) => listFormat('conjunction').format(items),
    anyOf: (items) => listFormat('disjunction').format(items),
    duration: (minutes) => {
      const part = (value: number, unit: string) =>
        numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return part(rest, 'minute');
      return rest === 0 ? part(hours, 'hour') : `${part(hours, 'hour')} ${part(rest, 'minute')}`;
    },
    language: (tag) => names('language').of(tag) ?? tag,
    country: (code) => names('region').of(code) ?? code,
    zone: (zone, at) => {
      const parts = dateFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at);
      const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
      return `${zoneCity(zone, locale)}${locale.startsWith('zh') ? ' ' : ', '}${offset}`;
    },
  };
}

let readIn: string | undefined;

/** A document is read anywhere: its times are in one zone until the script knows the reader's. */
export const writeIn = (zone: string): void => {
  readIn = zone;
};

/** The reader's own zone, as the browser knows it. */
export const ownZone = (): string => readIn ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
