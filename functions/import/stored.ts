import * as z from 'zod';
import { Import } from './schema.ts';

/** Where the checked rows lie: for each status the first row numbers of its pieces, in order. */
export const Pieces = z.object({
  ready: z.array(z.number().int()),
  problem: z.array(z.number().int()),
  duplicate: z.array(z.number().int()),
});
export type Pieces = z.infer<typeof Pieces>;
export const checkedStatuses = ['ready', 'problem', 'duplicate'] as const;
export type CheckedStatus = (typeof checkedStatuses)[number];

/** An import with what only its jobs need to know. */
export const StoredImport = Import.extend({
  /** The job that works on it or last did. */
  jobId: z.string().optional(),
  /** The result of the last check that came to its end. */
  checked: z.object({ jobId: z.string(), pieces: Pieces }).optional(),
});
export type StoredImport = z.infer<typeof StoredImport>;
