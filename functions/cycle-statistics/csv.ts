import { stringify } from 'csv-stringify/sync';
import { safe } from '../import/rejected.ts';
import type { Cell, Sheet } from './tables.ts';

/** Only texts can be formulas: a number that begins with a minus stays one. */
const cellOf = (cell: Cell): string => (typeof cell === 'number' ? String(cell) : safe(cell));

const line = (cells: readonly Cell[]): string => stringify([cells.map(cellOf)], { record_delimiter: '\r\n' });

/** A table as UTF-8 with BOM, so that spreadsheets read Chinese; no cell of it is run as a formula. */
export async function* csvOf({ head, rows }: Pick<Sheet, 'head' | 'rows'>): AsyncGenerator<Uint8Array> {
  let text = `\ufeff${line(head)}`;
  for await (const row of rows()) {
    text += line(row);
    if (text.length < 64 * 1024) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
