import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { InstanceReader } from '../round/read/instance-reader.ts';
import type { Lists } from '../round/read/lists.ts';

/** Reads an instance as a stream; `progress` is told the share read. */
export async function readListsFile(path: string, progress: (share: number) => void): Promise<Lists> {
  const { size } = await stat(path);
  const reader = new InstanceReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: 1 << 20 });
  for await (const chunk of chunks) {
    bytes += chunk.length;
    reader.push(decoder.decode(chunk, { stream: true }));
    progress(bytes / size);
  }
  reader.push(decoder.decode());
  return reader.end();
}

export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  const value: unknown = JSON.parse(text);
  return value;
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
