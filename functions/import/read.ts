import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { detectDelimiter } from './delimiter.ts';

/** One record of the file as it stands there; `broken` says why its cells cannot be trusted. */
export interface FileRow {
  /** As a spreadsheet counts: the first row is 1. */
  row: number;
  cells: string[];
  broken?: string;
}

/** As many columns as a sheet of Excel has; a line of millions of delimiters is cut before anyone looks at its cells. */
const maxCells = 16_384;
/** Enough to see the header. */
const beginningLength = 64 * 1024;

/**
 * The records of a CSV text, blank ones left out but counted. A record that cannot be read comes as a broken one:
 * nothing in the text ends the reading. Between pieces other work gets its turn.
 */
export async function* readRecords(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  let found: string[][] = [];
  let row = 0;
  let beginning: string | undefined = '';
  let failure: CsvError | undefined;
  let parser: ReturnType<typeof parse> | undefined;

  const open = (start: string) => {
    const opened = parse({
      bom: true,
      delimiter: detectDelimiter(start),
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      // Taken here and not from the stream: a failure at the end of the text would drop what the stream still holds.
      onRecord: (cells: string[]) => {
        found.push(cells.length > maxCells ? cells.slice(0, maxCells) : cells);
        return null;
      },
    });
    opened.on('error', (error) => {
      if (!(error instanceof CsvError)) throw error;
      failure = error;
    });
    opened.write(start);
    opened.resume();
    return opened;
  };
  const take = (): FileRow[] => {
    const records = found.map((cells) => ({ row: ++row, cells }));
    found = [];
    return records.filter((record) => record.cells.some((cell) => cell.trim() !== ''));
  };

  for await (const piece of text) {
    if (parser) parser.write(piece);
    else {
      beginning += piece;
      if (beginning.length < beginningLength) continue;
      parser = open(beginning);
    }
    yield* take();
    await setImmediate();
  }
  parser ??= open(beginning);
  await new Promise<void>((resolve) => parser?.once('close', resolve).end());
  yield* take();
  if (failure)
    yield {
      row: row + 1,
      cells: [],
      broken: 'opens a quotation mark that is never closed, so that all that follows was read as one cell',
    };
}
