import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../../matching/round/canonical.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Stored = z.object({ name: z.string(), bytes: z.number().int(), sha256: Sha256 });
export type Stored = z.infer<typeof Stored>;
/** Items whose partitions fall into one of 256 parts, one a line, sorted. */
const Part = Stored.extend({ items: z.number().int() });
export type Part = z.infer<typeof Part>;

/** Whom a list was for, and the ids and scores on it, best first. */
const SampleList = z.object({ of: z.string(), hits: z.array(z.tuple([z.string(), z.number()])) });
export const Sample = z.object({
  counts: z.object({ postings: z.number().int(), students: z.number().int() }),
  postings: z.array(SampleList),
  students: z.array(SampleList),
});
export type Sample = z.infer<typeof Sample>;

/** All that a programme is. Equal programmes have equal contents, wherever they are kept. */
const Contents = z.object({
  record: z.array(Part),
  /** Of the issuer that runs beside the product: who may sign in, with hashed passwords. */
  accounts: z.array(Part),
  files: z.array(Stored),
  /** Some rankings, to be the same on arrival. */
  sample: Sample,
});
export type Contents = z.infer<typeof Contents>;

/** What stands in `manifest.json`, which is written last: an export without it was cut off. */
export const Manifest = z.object({
  format: z.literal('internship-programme/1'),
  exportedAt: z.iso.datetime(),
  /** SHA-256 of the canonical JSON of the contents. */
  sha256: Sha256,
  contents: Contents,
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestName = 'manifest.json';

export const hashOf = (contents: Contents): string =>
  createHash('sha256').update(canonicalJson(contents)).digest('hex');

/** The names of all files in an archive of these contents, but for the manifest's own. */
export const namesOf = ({ record, accounts, files }: Contents): string[] => [
  ...[...record, ...accounts].map(({ name }) => name),
  ...files.map(({ name }) => `files/${name}`),
];

export const itemsOf = (parts: readonly Part[]): number => parts.reduce((sum, { items }) => sum + items, 0);
