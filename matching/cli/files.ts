import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Takes in the text of a file in pieces; `progress` is told the share read. */
export async function readPieces(
  path: string,
  take: (text: string) => void,
  progress: (share: number) => void,
): Promise<void> {
  const { size } = await stat(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new RangeError(`${path}: not UTF-8 after byte ${bytes}`);
    }
  };
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: 1 << 20 });
  for await (const chunk of chunks) {
    take(decoded(chunk));
    bytes += chunk.length;
    progress(bytes / size);
  }
  take(decoded());
}

/** Reads a file that is small enough to be held as a whole. */
export async function readJsonFile(path: string): Promise<unknown> {
  const pieces: string[] = [];
  await readPieces(
    path,
    (text) => void pieces.push(text),
    () => {},
  );
  try {
    const value: unknown = JSON.parse(pieces.join(''));
    return value;
  } catch (error) {
    throw new RangeError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Writes pieces of text without holding more than a few of them. */
export async function writePieces(out: Writable, pieces: Iterable<string>): Promise<void> {
  for (const text of joined(pieces)) {
    if (!out.write(text)) await once(out, 'drain');
  }
}

export function hashPieces(pieces: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const text of joined(pieces)) hash.update(text);
  return `sha256:${hash.digest('hex')}`;
}

function* joined(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  yield text;
}
