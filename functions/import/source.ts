import type { Files } from '../files/files.ts';
import { notCsv, decode } from './encoding.ts';
import { columnNames } from './header.ts';
import { readRecords } from './read.ts';
import type { Encoding } from './schema.ts';

/** One row below the header, its cells by column; `broken` says why they cannot be trusted. */
export interface SourceRow {
  row: number;
  values: Record<string, string>;
  broken?: string;
}

/** More than a posting's longest text: what is longer is a slip of the quotation marks. */
const maxCellLength = 10_000;

const shapeOf = (columns: readonly string[], cells: readonly string[]): string | undefined => {
  const surplus = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (surplus || cells.length < columns.length - trailingBlanks(columns))
    return `does not have the ${columns.length} cells that the header has; a quotation mark or a delimiter may be missing`;
  return cells.some((cell) => cell.length > maxCellLength)
    ? `has a cell of more than ${maxCellLength} characters; a quotation mark may be missing`
    : undefined;
};
const trailingBlanks = (columns: readonly string[]): number =>
  columns.length - columns.findLastIndex((name) => !name.startsWith('Column ')) - 1;

const rowOf = (
  columns: readonly string[],
  { row, cells, broken }: { row: number; cells: string[]; broken?: string },
): SourceRow => {
  const reason = broken ?? shapeOf(columns, cells);
  const values = Object.fromEntries(
    columns.map((column, at) => [column, (cells[at] ?? '').slice(0, maxCellLength)]),
  );
  return { row, values, ...(reason !== undefined && { broken: reason }) };
};

/** Reads a stored file: its columns, then its rows. Throws `not_csv` when it has no usable header. */
export const openSource = async (
  files: Files,
  name: string,
  encoding: Encoding,
): Promise<{ columns: string[]; rows: AsyncGenerator<SourceRow> }> => {
  const content = await files.read(name);
  if (content === undefined) throw new Error(`The file ${name} is missing`);
  const records = readRecords(decode(content, encoding));
  const header = await records.next();
  if (header.done) throw notCsv('has no rows');
  let columns: string[];
  try {
    columns = columnNames(header.value.cells);
  } catch (error) {
    await records.return(undefined);
    throw error;
  }
  const rows = async function* (): AsyncGenerator<SourceRow> {
    for await (const record of records) yield rowOf(columns, record);
  };
  return { columns, rows: rows() };
};
