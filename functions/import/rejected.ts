import { stringify } from 'csv-stringify/sync';
import type { Files } from '../files/files.ts';
import { checkedRows } from './checked-rows.ts';
import type { StoredImport } from './stored.ts';
import { inBatches } from './work.ts';

/**
 * A spreadsheet would run a cell that begins so as a formula, in some languages with full-width signs too (OWASP: CSV
 * injection); `cell.ts` takes the guard off again.
 */
export const safe = (cell: string): string => (/^\s*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);

/** A file name that needs no escaping in a header. */
export const rejectedName = (fileName: string): string =>
  `${
    fileName
      .replace(/\.[^.]*$/, '')
      .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'import'
  }-left-out.csv`;

/** The rows that were left out, with their number and why, as UTF-8 with BOM so that Excel shows Chinese rightly. */
export async function* rejectedRows(files: Files, found: StoredImport): AsyncGenerator<Uint8Array> {
  const line = (records: string[][]): Buffer =>
    Buffer.from(
      stringify(
        records.map((cells) => cells.map(safe)),
        { record_delimiter: '\r\n' },
      ),
    );
  yield Buffer.from('\ufeff');
  yield line([[...found.columns, 'row', 'reason']]);
  for await (const rows of inBatches(checkedRows(files, found, ['problem', 'duplicate']), 100))
    yield line(
      rows.map(({ row, values, problems, duplicateOf }) => [
        ...found.columns.map((column) => values[column] ?? ''),
        String(row),
        duplicateOf === undefined
          ? problems.map(sentence).join('; ')
          : `repeats ${/^\d+$/.test(duplicateOf) ? 'row ' : ''}${duplicateOf}`,
      ]),
    );
}

const sentence = ({
  column,
  reason,
  value,
}: {
  column: string;
  reason: string;
  value?: string | undefined;
}): string => [column, value && `"${value}"`, reason].filter((part) => part).join(' ');
