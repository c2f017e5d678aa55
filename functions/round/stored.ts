import { createHash } from 'node:crypto';
import { canonicalParts } from '../../matching/round/canonical.ts';
import { DomainError, notFound } from '../errors.ts';
import type { Files } from '../files/files.ts';

const chunkLength = 64 * 1024;

/** A value's canonical JSON as bytes, in chunks: a snapshot of a city is longer than a string can be. */
export async function* canonicalBytes(value: unknown): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const part of canonicalParts(value)) {
    text += part;
    if (text.length < chunkLength) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

/** Reads a stored document back and refuses it when its bytes are not those whose hash was kept. */
export const readStored = async (files: Files, file: { name: string; sha256: string }): Promise<unknown> => {
  const content = await files.read(file.name);
  if (content === undefined) throw notFound('document');
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) {
    hash.update(chunk);
    chunks.push(chunk);
  }
  if (hash.digest('hex') !== file.sha256)
    throw new DomainError(
      'conflict',
      'stored_bytes_changed',
      `The stored document ${file.name} is not what was written: its hash differs.`,
    );
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};
