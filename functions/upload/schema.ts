import * as z from 'zod';
import { Instant } from '../values.ts';

/** When it was offered, how many bytes it has and their SHA-256: who asks twice for the same file is told the same. */
export const UploadId = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d-\d{1,9}-[0-9a-f]{64}$/, 'must be an id that an offer of an upload gave')
  .brand('UploadId');
export type UploadId = z.infer<typeof UploadId>;

export const NewUpload = z.strictObject({
  type: z.enum(['application/pdf', 'text/csv']),
  size: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal digits'),
});
export type NewUpload = z.infer<typeof NewUpload>;

/** Where a file is sent as a form of `fields`, with the bytes as the last field, `file`. */
export const OfferedUpload = z.object({
  uploadId: UploadId,
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  until: Instant,
});
