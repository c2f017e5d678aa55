import * as z from 'zod';
import { CompanyId, CycleId, PostingId, RoundId } from '../ids.ts';
import { PostingView } from '../posting/schema.ts';
import { RoundTerms } from '../round/schema.ts';
import { Zone } from '../values.ts';

/** The seats that one posting brings into a supplementary round, and whether its company agrees. */
export const OpenSeats = z.object({
  roundId: RoundId,
  cycleId: CycleId,
  companyId: CompanyId,
  postingId: PostingId,
  seats: z.number().int().min(0),
  takesPart: z.boolean(),
  version: z.number().int(),
});
export type OpenSeats = z.infer<typeof OpenSeats>;
export const OpenSeatsView = OpenSeats.extend({ posting: PostingView });

/** How one deadline lies for those who have to meet it. */
export const DeadlineNights = z.object({
  window: z.enum(['applying', 'ranking']),
  at: z.string(),
  students: z.number().int(),
  /** So many have it between 23:00 and 7:00. */
  atNight: z.number().int(),
  zones: z.array(z.object({ zone: Zone, students: z.number().int(), atNight: z.boolean() })),
  /** Zones where the whole last day of the window is night: such a window is refused. */
  withoutWakingHour: z.array(Zone),
  /** The hour of that day at which the fewest are at night, when it is a better one. */
  better: z.object({ at: z.string(), atNight: z.number().int() }).optional(),
});
export type DeadlineNights = z.infer<typeof DeadlineNights>;

/** What opening the next round would do, before it is done. */
export const NextRound = z.object({
  number: z.number().int(),
  /** Why it cannot be done, as stable codes. */
  obstacles: z.array(z.object({ code: z.string(), message: z.string(), count: z.number().int() })),
  seats: z.number().int(),
  postings: z.array(
    z.object({ id: PostingId, title: PostingView.shape.content.shape.title, seats: z.number().int() }),
  ),
  /** Students who applied in this cycle, by how they stand now. */
  students: z.object({
    free: z.number().int(),
    holdsOffer: z.number().int(),
    hasLeft: z.number().int(),
  }),
});
export type NextRound = z.infer<typeof NextRound>;

export const NightQuery = RoundTerms.pick({ applying: true, ranking: true });
export const MyStanding = z.object({ standing: z.enum(['free', 'holds_offer', 'has_left']) });
export const SeatsChoice = z.strictObject({ takesPart: z.boolean() });
