import { instantAfter } from '../clock/clock.ts';
import { instantAt } from '../clock/instant-at.ts';
import { dayOf } from '../../matching/ranking/days.ts';
import { DomainError } from '../errors.ts';
import { laterOf } from '../extension/rules.ts';
import { evaluationId } from '../ids.ts';
import { daysFrom } from '../placement/rules.ts';
import type { Placement, Side } from '../placement/schema.ts';
import type { Unsaved } from '../table/entity.ts';
import { requireMove, type Transitions } from '../transition.ts';
import type {
  Answers,
  Evaluation,
  EvaluationForm,
  EvaluationKind,
  EvaluationState,
  Question,
  Reminder,
  SubmittedEvaluation,
} from './schema.ts';

export const evaluationTransitions: Transitions<EvaluationState> = {
  scheduled: ['open', 'excused'],
  open: ['submitted', 'overdue', 'excused'],
  overdue: ['submitted', 'open', 'excused'],
  submitted: [],
  excused: [],
};

const hourMs = 3_600_000;
/** How long before it is due an evaluation is reminded of, the earlier first. */
const reminders = [
  ['three_days', 72 * hourMs],
  ['one_day', 24 * hourMs],
] as const satisfies readonly (readonly [Reminder, number])[];

const timesOf = ({ dueAt }: Pick<Evaluation, 'dueAt'>) =>
  reminders.map(([reminder, ms]) => ({ reminder, at: instantAfter(dueAt, -ms) }));

/** When the clock has something to do with an evaluation next. */
export const nextAt = (
  evaluation: Pick<Evaluation, 'state' | 'opensAt' | 'dueAt' | 'reminded'>,
): string | undefined => {
  switch (evaluation.state) {
    case 'scheduled':
      return evaluation.opensAt;
    case 'open':
      return (
        timesOf(evaluation).find(({ reminder }) => !evaluation.reminded.includes(reminder))?.at ??
        evaluation.dueAt
      );
    case 'overdue':
    case 'submitted':
    case 'excused':
      return undefined;
  }
};

/**
 * From when to when each is written: around the middle as it was agreed first, and from a week before the end to a week
 * after it. `until` is the end of the time that its side was given for evaluations.
 */
export const windowOf = (
  kind: EvaluationKind,
  {
    startsOn,
    endsOn,
    endedOnBefore,
    zone,
  }: Pick<Placement, 'startsOn' | 'endsOn' | 'endedOnBefore' | 'zone'>,
  until?: string,
): { opensAt: string; dueAt: string } => {
  const endedOn = endedOnBefore[0] ?? endsOn;
  const middle = daysFrom(startsOn, Math.floor((dayOf(endedOn) - dayOf(startsOn)) / 2));
  const [from, to] =
    kind === 'mid_term' ? [middle, daysFrom(middle, 7)] : [daysFrom(endsOn, -7), daysFrom(endsOn, 7)];
  return {
    opensAt: instantAt(from, '09:00', zone),
    dueAt: laterOf(instantAt(to, '18:00', zone), until),
  };
};

export const evaluationOf = (
  placement: Placement,
  kind: EvaluationKind,
  side: Side,
  until?: string,
): Unsaved<Evaluation> => ({
  id: evaluationId(placement.studentId, placement.roundId, kind, side),
  placementId: placement.id,
  roundId: placement.roundId,
  cycleId: placement.cycleId,
  studentId: placement.studentId,
  companyId: placement.companyId,
  kind,
  side,
  state: 'scheduled',
  ...windowOf(kind, placement, until),
  reminded: [],
});

/**
 * The evaluation in another window; undefined when it is in that one already, or nobody writes it any more. What is open
 * stays open, so that nothing typed is lost, and what is overdue opens again when there is time again.
 */
export const movedTo = (
  evaluation: Evaluation,
  window: { opensAt: string; dueAt: string },
  now: string,
): Evaluation | undefined => {
  if (evaluation.state === 'submitted' || evaluation.state === 'excused') return undefined;
  if (evaluation.dueAt === window.dueAt && evaluation.opensAt === window.opensAt) return undefined;
  // Whoever moved it told the new end: a reminder whose time is over then is not made up for.
  const reminded = timesOf(window).flatMap(({ reminder, at }) => (at <= now ? [reminder] : []));
  const moved = { ...evaluation, ...window, reminded };
  if (moved.state === 'overdue' && now < moved.dueAt) return { ...moved, state: 'open' };
  return moved;
};

/** Nobody has to write it any more; what was typed is not kept. */
export const excuse = (evaluation: Evaluation, reason: string, now: string): Evaluation => {
  requireMove('evaluation', evaluationTransitions, evaluation.state, 'excused');
  const { draft: _, ...rest } = { draft: undefined, ...evaluation };
  return { ...rest, state: 'excused', reason, excusedAt: now };
};

/** What the clock does with an evaluation whose time has come; undefined while it has not. */
export const byTheClock = (
  evaluation: Evaluation,
  now: string,
): { evaluation: Evaluation; action: 'open' | 'reminded' | 'overdue' } | undefined => {
  const next = nextAt(evaluation);
  if (next === undefined || next > now) return undefined;
  if (evaluation.state === 'scheduled')
    return { evaluation: { ...evaluation, state: 'open' }, action: 'open' };
  if (evaluation.state !== 'open') return undefined;
  if (evaluation.dueAt <= now) return { evaluation: { ...evaluation, state: 'overdue' }, action: 'overdue' };
  // A reminder whose time another has passed is not made up for: one letter says both.
  const reminded = timesOf(evaluation).flatMap(({ reminder, at }) => (at <= now ? [reminder] : []));
  return { evaluation: { ...evaluation, reminded }, action: 'reminded' };
};

type Writable = Extract<Evaluation, { state: 'open' | 'overdue' }>;

/** An evaluation can be written from its opening until it is submitted or excused, also when it is overdue. */
export const requireWritable = (evaluation: Evaluation): Writable => {
  if (evaluation.state === 'open' || evaluation.state === 'overdue') return evaluation;
  const why = {
    scheduled: `It opens on ${evaluation.opensAt}.`,
    submitted: 'It has been submitted, and a submitted evaluation can no longer be changed.',
    excused: 'It has been excused: nobody has to write it any more.',
  }[evaluation.state];
  throw new DomainError('conflict', `evaluation_${evaluation.state}`, why, {
    facts: { state: evaluation.state, opensAt: evaluation.opensAt },
  });
};

const reasonAgainst = (question: Question, answer: number | string | undefined): string | undefined => {
  if (answer === undefined || (typeof answer === 'string' && answer.trim() === ''))
    return question.required ? 'needs an answer' : undefined;
  switch (question.kind) {
    case 'scale':
      return typeof answer === 'number' ? undefined : 'must be a mark of 1 to 5';
    case 'choice':
      return question.choices.some(({ id }) => id === answer) ? undefined : 'must be one of the choices';
    case 'text':
      return typeof answer === 'string' ? undefined : 'must be a text';
  }
};

/** Every required question has its answer, each of its kind, and nothing else is answered. */
export const requireComplete = (form: EvaluationForm, answers: Answers): void => {
  const fields = [
    ...form.map((question) => ({ id: question.id, reason: reasonAgainst(question, answers[question.id]) })),
    ...Object.keys(answers)
      .filter((id) => !form.some((question) => question.id === id))
      .map((id) => ({ id, reason: 'is not a question of this form' })),
  ].flatMap(({ id, reason }) => (reason === undefined ? [] : [{ pointer: `/answers/${id}`, reason }]));
  if (fields.length > 0)
    throw new DomainError(
      'invalid',
      'evaluation_incomplete',
      'Some answers are missing or do not fit their question. Correct them, then submit again.',
      { fields },
    );
};

/** The evaluation with its final answers. It stays so. */
export const submit = (
  evaluation: Evaluation,
  { form, answers, by }: { form: EvaluationForm; answers: Answers; by: string },
  now: string,
): SubmittedEvaluation => {
  const { draft: _, ...rest } = requireWritable(evaluation);
  requireComplete(form, answers);
  return { ...rest, state: 'submitted', form, answers, submittedAt: now, submittedBy: by };
};
