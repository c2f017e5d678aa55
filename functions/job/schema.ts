import * as z from 'zod';
import { JobId } from '../ids.ts';

/** What a job does, and to what. Sender and worker share this union. */
export const JobPayload = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open_round'), roundId: z.string() }),
  z.object({ kind: z.literal('freeze_round'), roundId: z.string() }),
  z.object({ kind: z.literal('run_round'), roundId: z.string() }),
  z.object({ kind: z.literal('publish_round'), roundId: z.string() }),
  z.object({ kind: z.literal('close_silent_applications'), cycleId: z.string() }),
  z.object({ kind: z.literal('send_broadcast'), broadcastId: z.string() }),
  z.object({ kind: z.literal('erase_person'), word: z.string(), dueAt: z.string() }),
  z.object({ kind: z.literal('remove_trial'), cycleId: z.string() }),
  z.object({ kind: z.literal('count_statistics'), cycleId: z.string() }),
  z.object({ kind: z.literal('check_import'), importId: z.string() }),
  z.object({ kind: z.literal('run_import'), importId: z.string() }),
  z.object({ kind: z.literal('undo_import'), importId: z.string() }),
]);
export type JobPayload = z.infer<typeof JobPayload>;

export const JobState = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']);
export type JobState = z.infer<typeof JobState>;

/** Work that goes on after its request was answered. */
export const Job = z.object({
  id: JobId,
  payload: JobPayload,
  state: JobState,
  done: z.number().int(),
  /** Absent until it is known. */
  total: z.number().int().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  requestedBy: z.string(),
  /** Asked for; the job ends as cancelled at its next safe point, unless that was its end. */
  cancellation: z.object({ at: z.iso.datetime(), by: z.string() }).optional(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  version: z.number().int(),
});
export type Job = z.infer<typeof Job>;

/** A job with what only its workers need to know. */
export const StoredJob = Job.extend({
  /** Who works on it, and until when nobody else may, unless it says so again. */
  lease: z.object({ worker: z.string(), until: z.iso.datetime() }).optional(),
  /** How many workers were gone without a word. */
  lostWorkers: z.number().int().optional(),
});
export type StoredJob = z.infer<typeof StoredJob>;
