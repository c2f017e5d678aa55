import headers from './headers.json' with { type: 'json' };
import { readList } from './cell.ts';
import { type ImportField, importFields, type Mapping } from './schema.ts';
import { categoryNamed, majorNamed, skillNamed, workModeNamed, zoneNamed } from './vocabulary.ts';

const keyOf = (header: string): string =>
  header
    .normalize('NFKC')
    // company_name, companyName, Company-Name*
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const fieldOfHeader = new Map<string, ImportField>(
  importFields.flatMap(
    (field) =>
      [[keyOf(field), field], ...headers[field].map((name) => [keyOf(name), field] as const)] as const,
  ),
);

/** Without an explanation in brackets: `Pay (CNY)`, `专业(可多选)`. */
const bare = (header: string): string => header.replaceAll(/[(（【[].*$/gu, '');

const known = (value: unknown): boolean => value !== undefined;
const everyEntry =
  (read: (entry: string) => unknown) =>
  (cell: string): boolean =>
    'value' in readList(cell, (entry) => read(entry) ?? undefined, '');

/** What values look like when the header says nothing; only vocabularies that are hard to mistake. */
const looksLike: readonly [ImportField, (cell: string) => boolean][] = [
  ['category', (cell) => known(categoryNamed(cell))],
  ['majors', everyEntry(majorNamed)],
  ['skills', everyEntry(skillNamed)],
  ['workMode', (cell) => known(workModeNamed(cell))],
  ['zone', (cell) => /^[A-Z]\w+\/[A-Z]\w+/.test(cell) || known(zoneNamed(cell))],
];

const fieldOfValues = (cells: readonly string[]): ImportField | undefined =>
  cells.length === 0 ? undefined : looksLike.find(([, fits]) => cells.every(fits))?.[0];

/** Which field each column seems to hold, by its name, else by the values of the first rows; each field once. */
export const guessMapping = (
  columns: readonly string[],
  sample: readonly Readonly<Record<string, string>>[],
): Mapping => {
  const taken = new Map<ImportField, string>();
  const give = (column: string, field: ImportField | undefined): void => {
    if (field !== undefined && !taken.has(field) && ![...taken.values()].includes(column))
      taken.set(field, column);
  };
  for (const column of columns) give(column, fieldOfHeader.get(keyOf(column)));
  for (const column of columns) give(column, fieldOfHeader.get(keyOf(bare(column))));
  for (const column of columns) {
    const cells = sample.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    give(column, fieldOfValues(cells));
  }
  return Object.fromEntries([...taken].map(([field, column]) => [column, field]));
};
