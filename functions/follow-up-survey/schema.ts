import * as z from 'zod';
import { CycleId, PlacementId, RoundId, StudentId } from '../ids.ts';
import { Category, Country, Major, Paragraphs } from '../values.ts';

/** How many months after the internships the surveys come. */
export const surveyMonths = [6, 12, 24, 36] as const;
export const Months = z.union(surveyMonths.map((months) => z.literal(months)));
export type Months = z.infer<typeof Months>;

/** The version of the words that a student agrees to: who asks what, how often, and what is published. */
export const followUpConsent = '2026-01';

export const Doing = z.enum(['working', 'studying', 'looking']);
export type Doing = z.infer<typeof Doing>;

export const SurveyAnswers = z.strictObject({
  doing: Doing,
  country: Country,
  field: z.union([Category, z.literal('other')]),
  /** Whether the internship helped: 1 not at all, 5 very much. */
  helped: z.number().int().min(1, 'must be 1 to 5').max(5, 'must be 1 to 5'),
  words: Paragraphs.max(2_000).optional(),
});
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;

const at = z.iso.datetime();
/** One survey on its way. Nobody asked: it has not come, or there was no consent. */
export const Survey = z.object({
  months: Months,
  opensAt: at,
  closesAt: at,
  askedAt: at.optional(),
  skippedAt: at.optional(),
  answered: z.object({ answers: SurveyAnswers, at }).optional(),
});
export type Survey = z.infer<typeof Survey>;

/** What follows an internship: whether its student may be asked, and the surveys. */
export const FollowUp = z.object({
  id: PlacementId,
  studentId: StudentId,
  roundId: RoundId,
  cycleId: CycleId,
  /** By what statistics group the answers: of the posting, and the first of the student's majors. */
  category: Category,
  major: Major.optional(),
  consent: z.object({ version: z.string(), at }).optional(),
  /** The student asked not to be asked again; the answers given stay. */
  stoppedAt: at.optional(),
  surveys: z.array(Survey),
  version: z.number().int(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** Agreement to these words, or its withdrawal, which deletes the answers. */
export const ConsentChoice = z.discriminatedUnion('agrees', [
  z.strictObject({ agrees: z.literal(true), version: z.literal(followUpConsent) }),
  z.strictObject({ agrees: z.literal(false) }),
]);
export type ConsentChoice = z.infer<typeof ConsentChoice>;

export const SurveyAnswer = z.strictObject({ months: Months, answers: SurveyAnswers });
export const SurveySkip = z.strictObject({ months: Months });

/** With the survey that is open to the student now. */
export const FollowUpView = FollowUp.extend({ open: Months.optional() });
export type FollowUpView = z.infer<typeof FollowUpView>;
