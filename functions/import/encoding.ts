import { DomainError } from '../errors.ts';
import type { Encoding } from './schema.ts';

/** The refusal of a file that cannot be read as a table; it says what would be. */
export const notCsv = (reason: string): DomainError =>
  new DomainError(
    'invalid',
    'not_csv',
    'This file cannot be read as a table. Save the spreadsheet as CSV (UTF-8) and upload that.',
    { fields: [{ pointer: '/body', reason }] },
  );

/** What a CSV never holds: control characters other than tab and line breaks. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const binary = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/** Decodes a stream piece by piece; undefined once a byte did not fit the encoding. */
class Attempt {
  #decoder: TextDecoder | undefined;
  constructor(encoding: Encoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }
  take(bytes?: Uint8Array): string | undefined {
    try {
      return bytes ? this.#decoder?.decode(bytes, { stream: true }) : this.#decoder?.decode();
    } catch {
      this.#decoder = undefined;
      return undefined;
    }
  }
}

/** Watches a file go by and tells in the end how its text is encoded. UTF-8 wins where both fit. */
export class EncodingWatch {
  readonly #utf8 = new Attempt('utf-8');
  readonly #gb = new Attempt('gb18030');
  #first = '';
  #found: Encoding | undefined;

  /** Passes the bytes on; throws `not_csv` at the first that no CSV holds, at the latest after the last byte. */
  async *watch(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of content) {
      if (this.#first.length < 4) this.#first += Buffer.from(bytes.subarray(0, 4)).toString('latin1');
      this.#check(bytes);
      yield bytes;
    }
    if (this.#first === '') throw notCsv('is empty');
    this.#check();
  }

  get encoding(): Encoding {
    if (this.#found === undefined) throw new Error('The encoding is known only after the whole file');
    return this.#found;
  }

  #check(bytes?: Uint8Array): void {
    if (this.#first.startsWith('PK\u0003\u0004'))
      throw notCsv('is an Excel workbook or another ZIP file; save its sheet as CSV');
    if (/^(\xff\xfe|\xfe\xff)/.test(this.#first)) throw notCsv('is UTF-16; save it as CSV (UTF-8)');
    const utf8 = this.#utf8.take(bytes);
    const gb = this.#gb.take(bytes);
    const text = utf8 ?? gb;
    if (text === undefined) throw notCsv('is neither UTF-8 nor GB18030 text');
    if (binary.test(text)) throw notCsv('holds control characters, as pictures and programs do, not tables');
    if (bytes === undefined) this.#found = utf8 === undefined ? 'gb18030' : 'utf-8';
  }
}

const pieceBytes = 32 * 1024;

/** The text of a stored file in pieces small enough to be worked on without keeping others waiting. */
export async function* decode(
  content: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of content)
    for (let at = 0; at < bytes.byteLength; at += pieceBytes)
      yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
  yield decoder.decode();
}
