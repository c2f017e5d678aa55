import * as z from 'zod';
import { CycleId } from '../ids.ts';
import { type Doing, Months } from '../follow-up-survey/schema.ts';
import { BilingualLine } from '../values.ts';

/** How many do what; null is a count that is not published. */
const Count = z.number().int().nullable();
export const Split = z.object({ working: Count, studying: Count, looking: Count } satisfies Record<
  Doing,
  unknown
>);
export type Split = z.infer<typeof Split>;

/** Those of one category, major or country. The row without a name is all the small groups together. */
export const Group = z.object({ name: z.string().optional(), answered: z.number().int(), doing: Split });
export type Group = z.infer<typeof Group>;

/** By what the answers are grouped. */
export const groupings = ['category', 'major', 'country'] as const;
export type Grouping = (typeof groupings)[number];

/** What is published of one survey of one cycle. Nothing but its months when too few answered. */
export const Published = z.object({
  answered: z.number().int().optional(),
  doing: Split.optional(),
  /** The mean of how much the internship helped, 1 to 5, to one decimal. */
  helped: z.number().optional(),
  groups: z.object({
    category: z.array(Group),
    major: z.array(Group),
    country: z.array(Group),
  } satisfies Record<Grouping, unknown>),
});
export type Published = z.infer<typeof Published>;

/** Reckoned once, when the survey is over: a figure that moved with each answer would tell what that answer was. */
export const Statistics = Published.extend({
  cycleId: CycleId,
  cycle: BilingualLine,
  months: Months,
  publishedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type Statistics = z.infer<typeof Statistics>;
