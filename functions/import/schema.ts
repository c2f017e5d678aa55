import * as z from 'zod';
import { CycleId, ImportId } from '../ids.ts';
import { Category } from '../values.ts';

/** The fields of a posting that a column of a spreadsheet can fill. */
export const importFields = [
  'company', 'titleZh', 'titleEn', 'title', 'descriptionZh', 'descriptionEn', 'description', 'category', 'majors', 'skills',
  'capacity', 'startsOn', 'endsOn', 'hoursMin', 'hoursMax', 'workMode', 'zone', 'languages', 'payAmount', 'payCurrency', 'payPeriod',
  'countries', 'locations', 'validUntil',
] as const; // prettier-ignore
export const ImportField = z.enum(importFields);
export type ImportField = z.infer<typeof ImportField>;
/** Column header → field; a column without an entry is kept in the file and used for nothing. */
export const Mapping = z.record(z.string().max(200), ImportField);
export type Mapping = z.infer<typeof Mapping>;

export const ImportState = z.enum([
  'uploaded',
  'checking',
  'checked',
  'importing',
  'imported',
  'undoing',
  'undone',
  'failed',
  'cancelled',
]);
export type ImportState = z.infer<typeof ImportState>;
export const Encoding = z.enum(['utf-8', 'gb18030']);
export type Encoding = z.infer<typeof Encoding>;

/** What is wrong with one cell; `value` is the part of it that was not understood. */
export const Problem = z.object({
  column: z.string(),
  field: z.string(),
  reason: z.string(),
  value: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** One row of the file. Every row is accounted for: `ready`, `problem`, `duplicate`, then `imported` or left. */
export const ImportRow = z.object({
  row: z.number().int(),
  status: z.enum(['ready', 'problem', 'duplicate', 'imported', 'undone']),
  values: z.record(z.string(), z.string()),
  problems: z.array(Problem),
  suggestedCategory: Category.optional(),
  /** What the row seems to repeat: the number of an earlier row of the file, or a posting's id. */
  duplicateOf: z.string().optional(),
  postingId: z.string().optional(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const Import = z.object({
  id: ImportId,
  cycleId: CycleId,
  fileName: z.string(),
  state: ImportState,
  encoding: Encoding,
  bytes: z.number().int(),
  sha256: z.string(),
  columns: z.array(z.string()),
  /** The first rows, to map the columns by. */
  sample: z.array(z.record(z.string(), z.string())),
  mapping: Mapping,
  /** Bring in rows that look like duplicates, too. */
  includeDuplicates: z.boolean(),
  counts: z.object({
    rows: z.number().int(),
    ready: z.number().int(),
    problem: z.number().int(),
    duplicate: z.number().int(),
    imported: z.number().int(),
  }),
  /** How often each kind of problem occurs. */
  problems: z.array(z.object({ field: z.string(), reason: z.string(), rows: z.number().int() })),
  /** What it was doing when it failed or was cancelled: it can go on with that, or back. */
  failedWhile: z.enum(['checking', 'importing', 'undoing']).optional(),
  createdAt: z.iso.datetime(),
  version: z.number().int(),
});
export type Import = z.infer<typeof Import>;
