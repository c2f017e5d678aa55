import * as z from 'zod';
import { JobId } from '../ids.ts';

/** What a job does, and to what. Sender and worker share this union. */
export const JobPayload = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('freeze_round'), roundId: z.string() }),
  z.object({ kind: z.literal('run_round'), roundId: z.string() }),
  z.object({ kind: z.literal('publish_round'), roundId: z.string() }),
  z.object({ kind: z.literal('close_silent_applications'), cycleId: z.string() }),
  z.object({ kind: z.literal('check_import'), importId: z.string() }),
  z.object({ kind: z.literal('run_import'), importId: z.string() }),
  z.object({ kind: z.literal('undo_import'), importId: z.string() }),
]);
export type JobPayload = z.infer<typeof JobPayload>;

/** Work that goes on after its request was answered. */
export const Job = z.object({
  id: JobId,
  payload: JobPayload,
  state: z.enum(['queued', 'running', 'succeeded', 'failed']),
  done: z.number().int(),
  /** Absent until it is known. */
  total: z.number().int().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  requestedBy: z.string(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  version: z.number().int(),
});
export type Job = z.infer<typeof Job>;
