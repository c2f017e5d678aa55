import * as z from 'zod';

/** That a cycle was set up to be tried out and removed again, and since when. */
export const Trial = z.object({
  since: z.iso.datetime(),
  /** Its removal was asked for: it is never open again. */
  endedAt: z.iso.datetime().optional(),
});
export type Trial = z.infer<typeof Trial>;
