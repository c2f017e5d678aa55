import { instantAfter } from '../clock/clock.ts';
import { instantAt } from '../clock/instant-at.ts';
import { dateOf, dayOf } from '../../matching/ranking/days.ts';
import { evaluationId } from '../ids.ts';
import type { Placement, Side } from '../placement/schema.ts';
import type { Unsaved } from '../table/entity.ts';
import { requireMove, type Transitions } from '../transition.ts';
import type { Evaluation, EvaluationKind, EvaluationState, Reminder } from './schema.ts';

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

/** The reminder that comes next. Each comes once; one whose time another has passed is not made up for. */
const nextReminder = ({ dueAt, reminded }: Pick<Evaluation, 'dueAt' | 'reminded'>) =>
  reminders
    .map(([reminder, ms]) => ({ reminder, at: instantAfter(dueAt, -ms) }))
    .find(
      ({ reminder }) =>
        !reminded.includes(reminder) && !(reminder === 'three_days' && reminded.includes('one_day')),
    );

/** When the clock has something to do with an evaluation next. */
export const nextAt = (
  evaluation: Pick<Evaluation, 'state' | 'opensAt' | 'dueAt' | 'reminded'>,
): string | undefined => {
  switch (evaluation.state) {
    case 'scheduled':
      return evaluation.opensAt;
    case 'open':
      return nextReminder(evaluation)?.at ?? evaluation.dueAt;
    case 'overdue':
    case 'submitted':
    case 'excused':
      return undefined;
  }
};

const daysFrom = (day: string, days: number): string => dateOf(dayOf(day) + days);

/** From when to when each is written: around the middle, and from a week before the end to a week after it. */
export const windowOf = (
  kind: EvaluationKind,
  { startsOn, endsOn, zone }: Pick<Placement, 'startsOn' | 'endsOn' | 'zone'>,
): { opensAt: string; dueAt: string } => {
  const middle = daysFrom(startsOn, Math.floor((dayOf(endsOn) - dayOf(startsOn)) / 2));
  const [from, to] =
    kind === 'mid_term' ? [middle, daysFrom(middle, 7)] : [daysFrom(endsOn, -7), daysFrom(endsOn, 7)];
  return { opensAt: instantAt(from, '09:00', zone), dueAt: instantAt(to, '18:00', zone) };
};

export const evaluationOf = (
  placement: Placement,
  kind: EvaluationKind,
  side: Side,
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
  ...windowOf(kind, placement),
  reminded: [],
});

/** Nobody has to write it any more; what was typed is not kept. */
export const excuse = (evaluation: Evaluation, reason: string, now: string): Evaluation => {
  requireMove('evaluation', evaluationTransitions, evaluation.state, 'excused');
  const {
    id,
    placementId,
    roundId,
    cycleId,
    studentId,
    companyId,
    kind,
    side,
    opensAt,
    dueAt,
    reminded,
    version,
  } = evaluation;
  return {
    id, placementId, roundId, cycleId, studentId, companyId, kind, side, opensAt, dueAt, reminded, version,
    state: 'excused',
    reason,
    excusedAt: now,
  }; // prettier-ignore
};
