import * as z from 'zod';
import { CycleId } from '../ids.ts';
import { operations } from '../operation.ts';
import { PostingHit } from '../posting/schema.ts';
import { pageOf, PageQuery } from '../values.ts';
import { Cycle, CycleSettings, Phase, Weights } from './schema.ts';
import { JobId } from '../ids.ts';

/** A cycle by its id, or the one that is under way. */
const params = z.object({ cycleId: z.union([CycleId, z.literal('current')]) });

/** What coordinators watch: how many of each, by state. */
export const CycleFigures = z.object({
  companies: z.record(z.string(), z.number().int()),
  /** Companies whose new name, website or contact waits for a check. */
  companyChanges: z.number().int(),
  postings: z.record(z.string(), z.number().int()),
  applications: z.record(z.string(), z.number().int()),
  /** Students with an application in this cycle, drafts included. */
  students: z.number().int(),
  seats: z.number().int(),
  /** Postings and live applications per category. */
  categories: z.array(
    z.object({
      category: z.string(),
      postings: z.number().int(),
      seats: z.number().int(),
      applications: z.number().int(),
    }),
  ),
});
export type CycleFigures = z.infer<typeof CycleFigures>;

/** What a move to another phase would do, before it is done. */
export const PhasePreview = z.object({
  from: Phase,
  to: Phase,
  /** When the clock does it by itself, if it does. */
  at: z.string().optional(),
  /** Why it cannot be done, as stable codes. */
  obstacles: z.array(z.object({ code: z.string(), message: z.string(), count: z.number().int() })),
  /** What will change. */
  effects: z.array(z.object({ code: z.string(), count: z.number().int() })),
});
export type PhasePreview = z.infer<typeof PhasePreview>;

export const cycleOperations = operations({
  listCycles: {
    method: 'get',
    path: '/cycles',
    summary: 'All cycles, newest first',
    query: PageQuery,
    response: pageOf(Cycle),
  },
  getCycle: {
    method: 'get',
    path: '/cycles/{cycleId}',
    summary: 'One cycle: phase, dates, rules',
    params,
    response: Cycle,
  },
  createCycle: {
    method: 'post',
    path: '/cycles',
    summary: 'Set up a cycle and its main round; one to be tried out can be removed again',
    body: CycleSettings.extend({ trial: z.boolean().default(false) }),
    response: Cycle,
    status: 201,
  },
  updateCycle: {
    method: 'put',
    path: '/cycles/{cycleId}',
    summary: 'Change dates, cap, weights',
    params,
    body: CycleSettings,
    response: Cycle,
    ifMatch: true,
  },
  previewPhase: {
    method: 'get',
    path: '/cycles/{cycleId}/phase-preview',
    summary: 'What a move to another phase would do',
    params,
    query: z.strictObject({ to: Phase }),
    response: PhasePreview,
  },
  moveCycle: {
    method: 'post',
    path: '/cycles/{cycleId}/phase',
    summary: 'Move the cycle to another phase',
    params,
    body: z.strictObject({ to: Phase }),
    response: Cycle,
    ifMatch: true,
  },
  closeSilentApplications: {
    method: 'post',
    path: '/cycles/{cycleId}/silent-applications/close',
    summary: 'Give every application without an outcome one, with notice to the student',
    params,
    response: z.object({ jobId: JobId }),
    status: 202,
  },
  getFigures: {
    method: 'get',
    path: '/cycles/{cycleId}/figures',
    summary: 'Counts by state',
    params,
    response: CycleFigures,
  },
  previewWeights: {
    method: 'post',
    path: '/cycles/{cycleId}/weights-preview',
    summary: "One student's ranking under other weights, before they are saved",
    params,
    body: z.strictObject({ studentId: z.string().max(128), weights: Weights }),
    response: z.object({ current: z.array(PostingHit), proposed: z.array(PostingHit) }),
  },
});
