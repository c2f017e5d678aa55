import { createHash } from 'node:crypto';
import { canonicalParts } from '../../matching/round/canonical.ts';
import { DomainError, notFound } from '../errors.ts';
import type { Files } from '../files/files.ts';

const chunkLength = 64 * 1024;

/** Text as bytes, in chunks: a snapshot of a city is longer than a string can be. */
async function* bytesOf(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < chunkLength) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

/** What was stored: the hash is over the bytes. */
export interface StoredText {
  name: string;
  bytes: number;
  sha256: string;
}

/**
 * Stores a text that can be made again in the same pieces. The name holds the hash, so that of two attempts at once
 * neither can put other bytes under a name that a round already refers to.
 */
export const storeText = async (
  files: Files,
  name: string,
  pieces: () => Iterable<string>,
): Promise<StoredText> => {
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(pieces())) hash.update(chunk);
  const full = `${name}-${hash.digest('hex')}.json`;
  return { name: full, ...(await files.put(full, bytesOf(pieces()))) };
};

/** Stores a value as canonical JSON. */
export const storeCanonical = (files: Files, name: string, value: unknown): Promise<StoredText> =>
  storeText(files, name, () => canonicalParts(value));

type StoredFile = Pick<StoredText, 'name' | 'sha256'>;

/**
 * Reads a stored text piece by piece; `take` is told how many bytes were read so far. Bytes that are not those whose
 * hash was kept are refused, at the end: what was made of the pieces is to be thrown away then.
 */
export const readPieces = async (
  files: Files,
  file: StoredFile,
  take: (text: string, bytes: number) => void | Promise<void>,
): Promise<void> => {
  const content = await files.read(file.name);
  if (content === undefined) throw notFound('document');
  const hash = createHash('sha256');
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
    await take(decoder.decode(chunk, { stream: true }), bytes);
  }
  await take(decoder.decode(), bytes);
  if (hash.digest('hex') !== file.sha256)
    throw new DomainError(
      'conflict',
      'stored_bytes_changed',
      `The stored document ${file.name} is not what was written: its hash differs. Restore it, or void the round.`,
    );
};

/** Reads a stored document that is small enough to be held as a whole. */
export const readStored = async (files: Files, file: StoredFile): Promise<unknown> => {
  const pieces: string[] = [];
  await readPieces(files, file, (text) => void pieces.push(text));
  return JSON.parse(pieces.join(''));
};
