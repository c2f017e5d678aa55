import * as z from 'zod';
import { suggestCategory } from '../../matching/taxonomy/suggest.ts';
import { plainReason } from '../plain-reasons.ts';
import { PostingDraft } from '../posting/schema.ts';
import { type Category, Line } from '../values.ts';
import { comparable, isChinese, type Read, tidy, tidyText } from './cell.ts';
import { cellReaders } from './cell-readers.ts';
import { readPay } from './pay.ts';
import { guessPlaces } from './places.ts';
import { ImportField, importFields, type Mapping, type Problem } from './schema.ts';

/** What a row of the file says. `draft` is absent when the row has problems. */
export interface ReadRow {
  company: string;
  draft?: PostingDraft;
  problems: Problem[];
  suggestedCategory?: Category;
  /** The places as written, for telling postings apart. */
  places: string;
}

type Columns = ReadonlyMap<ImportField, string>;
export const columnsOf = (mapping: Mapping): Columns =>
  new Map(Object.entries(mapping).map(([column, field]) => [field, column]));

/** In which language a text without one of its own is kept. */
const bilingual = (zh: string, en: string, either: string): { zh?: string; en?: string } | undefined => {
  const text = {
    ...(either !== '' && { [isChinese(either) ? 'zh' : 'en']: either }),
    ...(zh !== '' && { zh }),
    ...(en !== '' && { en }),
  };
  return Object.keys(text).length === 0 ? undefined : text;
};

/** Which column a problem of the assembled draft comes from. */
const fieldOfPath = (path: readonly PropertyKey[]): ImportField => {
  const [first, second] = path.map(String);
  const candidates: Readonly<Record<string, ImportField>> = {
    'title.zh': 'titleZh', 'title.en': 'titleEn', 'description.zh': 'descriptionZh', 'description.en': 'descriptionEn',
    'hours.min': 'hoursMin', 'hours.max': 'hoursMax', pay: 'payAmount',
  }; // prettier-ignore
  const parsed = ImportField.safeParse(first);
  return (
    candidates[`${first}.${second}`] ?? candidates[first ?? ''] ?? (parsed.success ? parsed.data : 'title')
  );
};

/** One row's cells as a posting's draft, or what is wrong with them, by column. */
export const readRow = (values: Readonly<Record<string, string>>, columns: Columns): ReadRow => {
  const cell = (field: ImportField): string => tidyText(values[columns.get(field) ?? ''] ?? '');
  const problems: Problem[] = [];
  const columnOf = (field: ImportField): string => {
    if (columns.has(field)) return columns.get(field) ?? '';
    const stem = importFields.find((other) => field.startsWith(other) && columns.has(other));
    return columns.get(stem ?? 'title') ?? '';
  };
  const take = <T>(field: ImportField, read: Read<T>): T | undefined => {
    if ('value' in read) return read.value;
    for (const each of read.wrong)
      problems.push({ column: columnOf(field), field, value: cell(field).slice(0, 200), ...each });
    return undefined;
  };

  const company = tidy(cell('company'));
  if (company === '')
    problems.push({
      column: columnOf('company'),
      field: 'company',
      reason: 'is empty; every row needs a company',
    });
  else if (!Line.safeParse(company).success)
    problems.push({
      column: columnOf('company'),
      field: 'company',
      reason: 'must have at most 200 characters',
    });

  const title = bilingual(tidy(cell('titleZh')), tidy(cell('titleEn')), tidy(cell('title')));
  if (title === undefined || comparable(Object.values(title).join('')) === '')
    problems.push({ column: columnOf('title'), field: 'title', reason: 'is empty; every row needs a title' });

  const content: Record<string, unknown> = { title };
  const set = (key: string, value: unknown): void => {
    if (value !== undefined) content[key] = value;
  };
  set('description', bilingual(cell('descriptionZh'), cell('descriptionEn'), cell('description')));
  for (const [field, key, read] of cellReaders)
    if (cell(field) !== '') set(key, take(field, read(cell(field))));
  set(
    'pay',
    take(
      'payAmount',
      readPay({
        payAmount: cell('payAmount'),
        payCurrency: cell('payCurrency'),
        payPeriod: cell('payPeriod'),
      }),
    ),
  );
  set('hours', hoursOf(content));
  delete content.hoursMin;
  delete content.hoursMax;

  const places = cell('locations');
  if (places !== '') {
    const guess = guessPlaces(places);
    content.countries ??= guess.countries;
    content.workMode ??= guess.workMode;
  }
  const suggested =
    content.category === undefined && cell('category') === '' && title !== undefined
      ? suggestCategory(Object.values(title).join(' '))?.category
      : undefined;
  set('category', suggested);

  const draft = problems.length === 0 ? PostingDraft.safeParse(content, { error: plainReason }) : undefined;
  for (const issue of draft?.error?.issues ?? []) {
    const field = fieldOfPath(issue.path);
    problems.push({ column: columnOf(field), field, reason: issue.message });
  }
  return {
    company,
    problems,
    places,
    ...(draft?.success && { draft: draft.data }),
    ...(suggested !== undefined && { suggestedCategory: suggested }),
  };
};

const Range = z.object({ min: z.number(), max: z.number() });
/** Hours a week from either column or both. */
const hoursOf = (content: Record<string, unknown>): { min: number; max: number } | undefined => {
  const [least, most] = [Range.safeParse(content.hoursMin).data, Range.safeParse(content.hoursMax).data];
  const [from, to] = [least ?? most, most ?? least];
  return from && to && { min: from.min, max: to.max };
};
