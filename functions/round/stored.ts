import { createHash } from 'node:crypto';
import { canonicalParts } from '../../matching/round/canonical.ts';
import { DomainError, notFound } from '../errors.ts';
import type { Files } from '../files/files.ts';

const chunkLength = 64 * 1024;

/** A value's canonical JSON as bytes, in chunks: a snapshot of a city is longer than a string can be. */
async function* canonicalBytes(value: unknown): AsyncGenerator<Uint8Array> {
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

/**
 * Stores a value as canonical JSON. The name holds the hash, so that of two attempts at once neither can put other
 * bytes under a name that a round already refers to.
 */
export const storeCanonical = async (
  files: Files,
  name: string,
  value: unknown,
): Promise<{ name: string; bytes: number; sha256: string }> => {
  const hash = createHash('sha256');
  for await (const chunk of canonicalBytes(value)) hash.update(chunk);
  const full = `${name}-${hash.digest('hex')}.json`;
  return { name: full, ...(await files.put(full, canonicalBytes(value))) };
};

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
      `The stored document ${file.name} is not what was written: its hash differs. Restore it, or void the round.`,
    );
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};
