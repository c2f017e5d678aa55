import type { Side } from '../placement/schema.ts';
import type { Evaluation, EvaluationForm, EvaluationView } from './schema.ts';

/** One's own is in, or nobody waits for it any more: only then the other's is read, so that neither writes to please. */
const isDone = (evaluation: Evaluation | undefined): boolean =>
  evaluation === undefined || evaluation.state === 'submitted' || evaluation.state === 'excused';

const readsOf = (
  evaluation: Evaluation,
  counterpart: Evaluation | undefined,
  reader: Side | 'coordinator',
): EvaluationView['reads'] => {
  if (evaluation.side === reader) return 'own';
  if (evaluation.state !== 'submitted') return 'nothing';
  if (reader === 'coordinator') return 'everything';
  return isDone(counterpart) ? 'shared' : 'nothing';
};

/** What a reader may see: a side its own, and of the other's the shared answers once both are in. */
export const evaluationView = (
  evaluation: Evaluation,
  counterpart: Evaluation | undefined,
  { reader, form }: { reader: Side | 'coordinator'; form: EvaluationForm },
): EvaluationView => {
  const reads = readsOf(evaluation, counterpart, reader);
  const submitted = evaluation.state === 'submitted' ? evaluation : undefined;
  const draft = 'draft' in evaluation ? evaluation.draft : undefined;
  const asked = submitted?.form ?? form;
  const shown = reads === 'nothing' ? [] : asked.filter(({ shared }) => shared || reads !== 'shared');
  const given = submitted?.answers ?? (reads === 'own' ? draft?.answers : undefined) ?? {};
  return {
    id: evaluation.id,
    placementId: evaluation.placementId,
    roundId: evaluation.roundId,
    cycleId: evaluation.cycleId,
    studentId: evaluation.studentId,
    companyId: evaluation.companyId,
    kind: evaluation.kind,
    side: evaluation.side,
    state: evaluation.state,
    opensAt: evaluation.opensAt,
    dueAt: evaluation.dueAt,
    reminded: evaluation.reminded,
    version: evaluation.version,
    reads,
    form: shown,
    answers: Object.fromEntries(
      shown.flatMap((question) => {
        const answer = given[question.id];
        return answer === undefined ? [] : [[question.id, answer] as const];
      }),
    ),
    ...(reads === 'own' && draft && { savedAt: draft.savedAt }),
    ...(submitted && { submittedAt: submitted.submittedAt }),
    ...(submitted && reads !== 'nothing' && { submittedBy: submitted.submittedBy }),
    ...(evaluation.state === 'excused' && { excusedAt: evaluation.excusedAt, reason: evaluation.reason }),
  };
};
