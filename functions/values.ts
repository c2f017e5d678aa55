import * as z from 'zod';
import { categorySlugs } from '../matching/taxonomy/categories.ts';
import { majorSlugs } from '../matching/taxonomy/majors.ts';
import { skillSlugs } from '../matching/taxonomy/skills.ts';

/** Values that several entities share: texts, dates, zones, languages, money. */

const empty = 'must not be empty';
/** Something that a reader sees: spaces, joiners, fillers and other marks of no width are nothing by themselves. */
const visible = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { abort: true, error: empty })
    .regex(visible, empty)
    .max(max, `must have at most ${max} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line without control characters');
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { abort: true, error: empty })
    .regex(visible, empty)
    .max(max, `must have at most ${max} characters`)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}]*$/u, 'must not hold control characters');

export const Line = oneLine(200);
/** Marks that turn the direction of writing would let a program look like a document. */
export const FileName = Line.regex(/^\P{Bidi_Control}*$/u, 'must not hold marks of the direction of writing');
/** What somebody looks for. */
export const Words = z.string().trim().max(200);
export const Paragraphs = text(8_000);
export const Reason = text(2_000);

/** In Chinese, English or both; the reader's language is shown first. */
const bilingual = (part: z.ZodString) =>
  z
    .strictObject({ zh: part.optional(), en: part.optional() })
    .refine(
      (value) => value.zh !== undefined || value.en !== undefined,
      'needs a text in Chinese or in English',
    );
export const BilingualLine = bilingual(Line);
export type BilingualLine = z.infer<typeof BilingualLine>;
export const BilingualText = bilingual(Paragraphs);
export type BilingualText = z.infer<typeof BilingualText>;

/** A calendar day, ISO 8601. */
export const Day = z.iso.date('must be a day such as 2026-06-29');
/** An instant, ISO 8601 in UTC with milliseconds, so that strings sort by time. */
export const Instant = z.iso
  .datetime({ offset: true, error: 'must be an instant such as 2026-05-15T10:00:00Z' })
  .transform((value) => new Date(value).toISOString())
  .pipe(z.iso.datetime());

const listedZones: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));
/** A zone by any of its names; a formatter is slow to make, so that only a name that is not listed costs one. */
const knownZone = (zone: string): boolean => {
  if (listedZones.has(zone)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
};
/** An IANA time zone by name, such as Asia/Shanghai; bare offsets know no daylight saving and are refused. */
export const Zone = z
  .string()
  .max(64)
  .refine(
    (zone) => /^([A-Za-z]|UTC)/.test(zone) && knownZone(zone),
    'is not a time zone of the IANA database',
  );

export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:30');
/** Local hours of one day. */
export const DayHours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine((hours) => hours.from < hours.to, { path: ['to'], error: 'must be after "from"' });

let regions: Intl.DisplayNames | undefined;
const isRegion = (code: string): boolean => {
  regions ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return regions.of(code) !== undefined;
};
/** Unknown, and what is no place: pseudo-locales and unions of countries. */
const noCountries = new Set(['ZZ', 'XA', 'XB', 'EU', 'EZ', 'UN', 'QO']);

const twoLetters = /^[A-Z]{2}$/;

/** ISO 3166-1 alpha-2. */
export const Country = z
  .string()
  .regex(twoLetters, 'must be a country code of two letters such as CA')
  .refine(
    (code) => !twoLetters.test(code) || (isRegion(code) && !noCountries.has(code)),
    'is not the code of a country or region',
  );

export const Category = z.enum(categorySlugs);
export type Category = z.infer<typeof Category>;
export const Major = z.enum(majorSlugs);
export const Skill = z.enum(skillSlugs);

export const StudyLevel = z.enum(['associate', 'bachelor', 'master', 'doctorate']);
export const WorkMode = z.enum(['remote', 'hybrid', 'on_site']);
export const languageLevels = [
  'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'HSK1', 'HSK2', 'HSK3', 'HSK4', 'HSK5', 'HSK6',
] as const; // prettier-ignore
/** A language by its ISO 639-1 code, with a level of the CEFR or the HSK. */
export const LanguageSkill = z.strictObject({
  code: z.string().regex(/^[a-z]{2}$/, 'must be a language code of two letters such as en'),
  level: z.enum(languageLevels),
});

export const Pay = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('paid'),
    amount: z.number().positive().max(1_000_000),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as CNY'),
    period: z.enum(['hour', 'day', 'week', 'month', 'total']),
  }),
  z.strictObject({ kind: z.literal('unpaid'), reason: Line }),
]);

export const unique = <T extends z.ZodType>(item: T, max: number) =>
  z
    .array(item)
    .max(max, `must have at most ${max} entries`)
    .refine(
      (list) => new Set(list.map((entry) => JSON.stringify(entry))).size === list.length,
      'must not repeat an entry',
    );

/** A page of a list; `next` is present while there is more. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional() });
export const PageQuery = z.strictObject({
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
