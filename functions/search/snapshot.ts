import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import { MAPPING_VERSION } from '../../matching/ranking/open-search/mapping.ts';
import type { Files } from '../files/files.ts';
import type { FeedPosition } from '../table/table.ts';
import type { SearchWrite } from './search.ts';
import { snapshotFile } from './snapshot-file.ts';

/** How this file is written; what documents look like has a version of its own. */
const format = 1;

/** Of one written by other code all that counts is that it is another. */
const Head = z.object({
  format: z.literal(format),
  documents: z.literal(MAPPING_VERSION),
  /** Up to where in the change feed the documents hold. */
  position: z.string(),
  at: z.iso.datetime(),
  count: z.number().int(),
});
export type SnapshotHead = Pick<z.infer<typeof Head>, 'position' | 'at'>;

/** The lines of the file, its head first. */
const linesIn = async (files: Files): Promise<string[] | undefined> => {
  const content = await files.read(snapshotFile);
  if (content === undefined) return undefined;
  const bytes = await promisify(gunzip)(Buffer.concat(await Array.fromAsync(content)));
  // Each line ends with one, the last as well.
  return bytes.toString().split('\n').slice(0, -1);
};

const headIn = ([line = 'null']: readonly string[]): z.infer<typeof Head> | undefined =>
  Head.safeParse(JSON.parse(line)).data;

/** Since when and up to where the snapshot holds; undefined where there is none, or one of another format. */
export const readSnapshotHead = async (files: Files): Promise<SnapshotHead | undefined> => {
  const lines = await linesIn(files);
  return lines && headIn(lines);
};

/**
 * The documents of a snapshot, and up to where in the feed they hold; undefined where there is none, or one of another
 * format.
 * @throws where it is damaged
 */
export const readSnapshot = async (
  files: Files,
): Promise<{ position: FeedPosition; writes: SearchWrite[] } | undefined> => {
  const lines = await linesIn(files);
  const head = lines && headIn(lines);
  if (lines === undefined || head === undefined) return undefined;
  const writes = lines.slice(1).map((line): SearchWrite => JSON.parse(line));
  if (writes.length !== head.count)
    throw new Error(`The snapshot has ${writes.length} documents in place of ${head.count}.`);
  return { position: head.position, writes };
};

/** Puts a snapshot in the place of the one before. */
export const writeSnapshot = async (
  files: Files,
  { position, at, writes }: SnapshotHead & { writes: Iterable<SearchWrite> },
): Promise<void> => {
  const all = [...writes];
  const head: z.infer<typeof Head> = {
    format,
    documents: MAPPING_VERSION,
    position,
    at,
    count: all.length,
  };
  const text = [head, ...all].map((one) => `${JSON.stringify(one)}\n`).join('');
  await files.put(snapshotFile, await promisify(gzip)(text));
};
