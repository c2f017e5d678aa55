import * as z from 'zod';
import { EvaluationForm } from '../evaluation/schema.ts';
import { CycleId } from '../ids.ts';

export const Forms = z.strictObject({
  mid_term: z.strictObject({ student: EvaluationForm, company: EvaluationForm }),
  final: z.strictObject({ student: EvaluationForm, company: EvaluationForm }),
});
export type Forms = z.infer<typeof Forms>;

/** A form by its name; it is in use from its first submission on. */
export const FormName = z.enum(['mid_term/student', 'mid_term/company', 'final/student', 'final/company']);
export type FormName = z.infer<typeof FormName>;

/** What a cycle asks of its internships. */
export const InternshipContent = z.strictObject({
  /** Whether students keep a weekly log. */
  weeklyLog: z.boolean(),
  forms: Forms,
});
export type InternshipContent = z.infer<typeof InternshipContent>;

export const Internship = z.object({
  ...InternshipContent.shape,
  cycleId: CycleId,
  /** Forms that somebody has submitted: they stay as they are. */
  inUse: z.array(FormName),
  version: z.number().int(),
});
export type Internship = z.infer<typeof Internship>;
