import * as z from 'zod';
import { CycleId } from '../ids.ts';
import { Trial } from '../trial/schema.ts';
import { BilingualLine, Instant, Zone } from '../values.ts';
import { datedPhases, phases } from './phases.ts';

export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

export const Window = z
  .strictObject({ from: Instant, to: Instant })
  .refine((window) => window.from < window.to, { path: ['to'], error: 'must be after "from"' });
export const Windows = z
  .strictObject({
    posting: Window,
    applying: Window,
    shortlisting: Window,
    ranking: Window,
    matching: Window,
    confirming: Window,
    supplementary: Window,
    active: Window,
  })
  .superRefine((windows, context) => {
    // Phases may overlap (posting goes on while the first students apply) but never close out of order.
    for (const [index, phase] of datedPhases.entries()) {
      const earlier = datedPhases[index - 1];
      if (earlier !== undefined && windows[phase].to < windows[earlier].to)
        context.addIssue({
          code: 'custom',
          path: [phase, 'to'],
          message: `must not be before the end of ${earlier}`,
        });
    }
  });
export type Windows = z.infer<typeof Windows>;

/** A criterion's weight; the range keeps one criterion from drowning all others. */
const Weight = z.number().min(0).max(10);
export const Weights = z.strictObject({
  skills: Weight,
  major: Weight,
  dates: Weight,
  hours: Weight,
  overlap: Weight,
  language: Weight,
  studyLevel: Weight,
  interest: Weight,
  text: Weight,
});
export type Weights = z.infer<typeof Weights>;

export const CycleSettings = z.strictObject({
  name: BilingualLine,
  zone: Zone,
  windows: Windows,
  applicationCap: z.number().int().min(1).max(50).default(8),
  confirmDays: z.number().int().min(1).max(30).default(5),
  weights: Weights,
  /** Until when interviews may take place; when ranking begins, unless told. */
  interviewsUntil: Instant.optional(),
  /**
   * How many months after its end the data of those who took part is kept: by default until the last survey, which
   * comes after 36, is long over.
   */
  keepsMonths: z.number().int().min(6).max(120).default(48),
  /** Whether the announced windows move the phases; else a coordinator does. */
  movesByClock: z.boolean(),
});
export type CycleSettings = z.infer<typeof CycleSettings>;

/** A date that was announced otherwise before; the pages show both for a while. */
export const MovedDate = z.object({
  phase: z.enum(datedPhases),
  edge: z.enum(['from', 'to']),
  old: z.iso.datetime(),
  movedAt: z.iso.datetime(),
});
export type MovedDate = z.infer<typeof MovedDate>;

export const Cycle = CycleSettings.extend({
  id: CycleId,
  phase: Phase,
  /** Cycles of an earlier version were moved by hand. */
  movesByClock: z.boolean().default(false),
  moves: z.array(MovedDate).optional(),
  /** Present on a cycle that was set up to be tried out and removed: nobody is shown it in a list. */
  trial: Trial.optional(),
  version: z.number().int(),
});
export type Cycle = z.infer<typeof Cycle>;
