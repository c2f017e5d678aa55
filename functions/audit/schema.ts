import * as z from 'zod';
import { PageQuery } from '../values.ts';

/** One change of the record: who did what to which item, when and why. */
export const AuditEntry = z.object({
  at: z.string(),
  by: z.string(),
  action: z.string(),
  entity: z.string(),
  version: z.number().int(),
  reason: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditQuery = PageQuery.extend({
  /** Only changes of this item, e.g. pos_… */
  entity: z.string().max(200).optional(),
});
