import * as z from 'zod';
import { ApplicationId, CompanyId, CycleId, PostingId, StudentId } from '../ids.ts';
import { Fit, PostingView } from '../posting/schema.ts';
import { ProfileDraft } from '../student/schema.ts';
import { Paragraphs, Reason } from '../values.ts';

export const ApplicationState = z.enum([
  'draft',
  'submitted',
  'reviewing',
  'shortlisted',
  'interviewing',
  'rankable',
  'matched',
  'unmatched',
  'not_selected',
  'withdrawn',
  'not_submitted',
]);
export type ApplicationState = z.infer<typeof ApplicationState>;

export const ApplicationContent = z.strictObject({
  /** Why this posting. */
  statement: Paragraphs.optional(),
  /** One answer for each question of the posting, in its order. */
  answers: z.array(Paragraphs).max(5).default([]),
});
export type ApplicationContent = z.infer<typeof ApplicationContent>;

export const Application = z.object({
  id: ApplicationId,
  cycleId: CycleId,
  studentId: StudentId,
  postingId: PostingId,
  companyId: CompanyId,
  state: ApplicationState,
  content: ApplicationContent,
  /** Every state it has been in, oldest first. */
  history: z.array(
    z.object({
      state: ApplicationState,
      at: z.iso.datetime(),
      by: z.enum(['student', 'company', 'coordinator', 'system']),
      reason: z.string().optional(),
    }),
  ),
  version: z.number().int(),
});
export type Application = z.infer<typeof Application>;

export const NewApplication = z.strictObject({
  postingId: PostingId,
  content: ApplicationContent,
  submit: z.boolean(),
});
export const ApplicationMove = z.strictObject({ to: ApplicationState, reason: Reason.optional() });
export type ApplicationMove = z.infer<typeof ApplicationMove>;

/** How many of the allowed applications a student has used in a cycle. */
export const Quota = z.object({ used: z.number().int(), cap: z.number().int() });
export type Quota = z.infer<typeof Quota>;

/** For the student: with the posting. */
export const MyApplication = Application.extend({ posting: PostingView });
export type MyApplication = z.infer<typeof MyApplication>;
/**
 * For the company and coordinators: with the applicant's profile, as long as it is shown (`shown`), and, where the student agreed to automatic
 * ranking, the fit. What is no longer shown has no profile, no e-mail address and no words of the student.
 */
export const Applicant = Application.extend({
  shown: z.boolean(),
  email: z.string(),
  profile: ProfileDraft,
  fit: Fit.optional(),
});
export type Applicant = z.infer<typeof Applicant>;
/** For coordinators: a student who has not applied but would fit. */
export const Candidate = z.object({ studentId: StudentId, profile: ProfileDraft, fit: Fit });
