import * as z from 'zod';
import { Day, PageQuery } from '../values.ts';

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
/** Who has gone, by the part that somebody played. */
export const Former = z.object({
  role: z.enum(['company', 'coordinator', 'referrer']),
  company: z.object({ zh: z.string().optional(), en: z.string().optional() }).optional(),
});
export type Former = z.infer<typeof Former>;
export const AuditEntryView = AuditEntry.extend({ former: Former.optional() });
export const AuditQuery = PageQuery.extend({
  /** Only changes of this item, e.g. pos_… */
  entity: z.string().max(200).optional(),
  /** Only changes by this person, as the trail names them, e.g. coordinator:… */
  by: z.string().max(200).optional(),
  /** Only of this kind: posting.approved, or all of posting. */
  action: z.string().max(80).optional(),
  /** Only of these days (UTC), both included. */
  from: Day.optional(),
  to: Day.optional(),
});
