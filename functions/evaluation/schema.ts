import * as z from 'zod';
import { CompanyId, CycleId, EvaluationId, PlacementId, RoundId, StudentId } from '../ids.ts';
import { Side } from '../placement/schema.ts';
import { BilingualLine, Line, Reason, unique } from '../values.ts';

export const EvaluationKind = z.enum(['mid_term', 'final']);
export type EvaluationKind = z.infer<typeof EvaluationKind>;
export const EvaluationState = z.enum(['scheduled', 'open', 'overdue', 'submitted', 'excused']);
export type EvaluationState = z.infer<typeof EvaluationState>;

const QuestionId = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be a short name such as teamwork');
const asked = {
  id: QuestionId,
  label: BilingualLine,
  /** Has to be answered before the evaluation can be submitted. */
  required: z.boolean(),
  /** Whether the other side reads the answer once both have submitted; else coordinators alone do. */
  shared: z.boolean(),
};
export const Question = z.discriminatedUnion('kind', [
  /** 1 to 5, with what the ends mean. */
  z.strictObject({ ...asked, kind: z.literal('scale'), low: BilingualLine, high: BilingualLine }),
  z.strictObject({
    ...asked,
    kind: z.literal('choice'),
    choices: z
      .array(z.strictObject({ id: QuestionId, label: BilingualLine }))
      .min(2)
      .max(8),
  }),
  z.strictObject({ ...asked, kind: z.literal('text') }),
]);
export type Question = z.infer<typeof Question>;

export const EvaluationForm = unique(Question, 20)
  .refine((form) => form.length > 0, 'must ask something')
  .refine((form) => new Set(form.map(({ id }) => id)).size === form.length, 'must not repeat an id');
export type EvaluationForm = z.infer<typeof EvaluationForm>;

/** Answers by question: a mark, a choice's id, or words. Half a form is a draft. */
export const Answers = z.record(
  QuestionId,
  z.union([
    z.number().int().min(1).max(5),
    z
      .string()
      .max(4_000, 'must have at most 4000 characters')
      .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}]*$/u, 'must not hold control characters'),
  ]),
);
export type Answers = z.infer<typeof Answers>;

const at = z.iso.datetime();
/** What was told of its being due, each once. */
export const Reminder = z.enum(['three_days', 'one_day']);
export type Reminder = z.infer<typeof Reminder>;

const common = {
  id: EvaluationId,
  placementId: PlacementId,
  roundId: RoundId,
  cycleId: CycleId,
  studentId: StudentId,
  companyId: CompanyId,
  kind: EvaluationKind,
  /** Who writes it. */
  side: Side,
  opensAt: at,
  dueAt: at,
  reminded: z.array(Reminder),
  version: z.number().int(),
};
const Draft = z.object({ answers: Answers, savedAt: at });
export const Evaluation = z.discriminatedUnion('state', [
  z.object({ ...common, state: z.literal('scheduled') }),
  z.object({ ...common, state: z.enum(['open', 'overdue']), draft: Draft.optional() }),
  /** Immutable. The questions stand with the answers, so that both can be read for good. */
  z.object({
    ...common,
    state: z.literal('submitted'),
    form: z.array(Question),
    answers: Answers,
    submittedAt: at,
    submittedBy: Line,
  }),
  z.object({ ...common, state: z.literal('excused'), reason: Reason, excusedAt: at }),
]);
export type Evaluation = z.infer<typeof Evaluation>;
export type SubmittedEvaluation = Extract<Evaluation, { state: 'submitted' }>;

/** An evaluation as one reader may see it. */
export const EvaluationView = z.object({
  ...common,
  state: EvaluationState,
  /** Whose evaluation the reader looks at, and how much of it. */
  reads: z.enum(['own', 'shared', 'everything', 'nothing']),
  form: z.array(Question),
  answers: Answers,
  savedAt: at.optional(),
  submittedAt: at.optional(),
  submittedBy: z.string().optional(),
  excusedAt: at.optional(),
  reason: z.string().optional(),
});
export type EvaluationView = z.infer<typeof EvaluationView>;
