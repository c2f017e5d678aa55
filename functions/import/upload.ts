import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import type { Received } from '../upload/receive.ts';
import { requireClean } from '../upload/scan.ts';
import { guessMapping } from './columns.ts';
import { EncodingWatch, notCsv } from './encoding.ts';
import type { Import } from './schema.ts';
import { openSource } from './source.ts';

const sampleRows = 5;
const sampleCellLength = 200;

/** Stores an uploaded file and looks at its beginning. Nothing stays of a file that cannot be read as a table. */
export const takeFile = async (
  deps: Deps,
  name: string,
  received: Received,
): Promise<Pick<Import, 'encoding' | 'bytes' | 'sha256' | 'columns' | 'sample' | 'mapping'>> => {
  const { files } = deps;
  try {
    const watch = new EncodingWatch();
    const { bytes, sha256 } = await files.put(name, watch.watch(received.content));
    await requireClean(deps, name, received);
    const { columns, rows } = await openSource(files, name, watch.encoding);
    const sample: Record<string, string>[] = [];
    for await (const { values } of rows) {
      const short = Object.entries(values).map(([column, cell]) => [column, cell.slice(0, sampleCellLength)]);
      sample.push(Object.fromEntries(short));
      if (sample.length === sampleRows) break;
    }
    if (sample.length === 0) throw notCsv('has a header but no rows below it');
    return {
      encoding: watch.encoding,
      bytes,
      sha256,
      columns,
      sample,
      mapping: guessMapping(columns, sample),
    };
  } catch (error) {
    await files.remove(name);
    throw error;
  }
};

/** The name that pages show: without folders and control characters. */
export const shownName = (fileName: string): string => {
  const name = (fileName.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{Cc}/gu, '').trim();
  if (name === '')
    throw new DomainError('invalid', 'invalid_input', 'Give the file a name.', {
      fields: [{ pointer: '/query/fileName', reason: 'must be the name of a file' }],
    });
  return name;
};
