import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * Takes in the text of a file in pieces; `progress` is told the share read.
 * @throws RangeError naming the file when it cannot be read or is not UTF-8
 */
export async function readPieces(
  path: string,
  take: (text: string) => void,
  progress: (share: number) => void,
): Promise<void> {
  const size = await sizeOf(path);
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

async function sizeOf(path: string): Promise<number> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    const reason = unreadable.get(error.code ?? '') ?? `cannot be read: ${error.message}`;
    throw new RangeError(`${path}: ${reason}`);
  });
  const found = await file.stat().finally(() => file.close());
  if (found.isDirectory()) throw new RangeError(`${path}: is a folder; name a file`);
  return found.size;
}

const unreadable: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EACCES', 'you may not read it'],
]);

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
