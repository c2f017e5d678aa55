import { notFound } from '../errors.ts';
import { evaluationId, partsOfEvaluationId, type EvaluationId } from '../ids.ts';
import { otherSide } from '../placement/parties.ts';
import type { Side } from '../placement/schema.ts';
import { upTo } from '../placement/store.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { nextAt } from './rules.ts';
import { Evaluation, type EvaluationKind } from './schema.ts';

const evaluationKey = (studentId: string, roundId: string, kind: EvaluationKind, side: Side): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `EVALUATION#${roundId}#${kind}#${side}`,
});

export const evaluations = entity({
  schema: Evaluation,
  key: ({ studentId, roundId, kind, side }) => evaluationKey(studentId, roundId, kind, side),
  index: (evaluation) => {
    const next = nextAt(evaluation);
    return next === undefined ? {} : { gsi1: { pk: 'EVALUATIONS_DUE', sk: `${next}#${evaluation.id}` } };
  },
});

export const findEvaluation = (table: Table, id: EvaluationId): Promise<Evaluation | undefined> => {
  const { student, round, kind, side } = partsOfEvaluationId(id);
  return evaluations.get(table, evaluationKey(student, round, kind, side));
};

export const getEvaluation = async (table: Table, id: EvaluationId): Promise<Evaluation> => {
  const evaluation = await findEvaluation(table, id);
  if (evaluation === undefined) throw notFound('evaluation');
  return evaluation;
};

/** The other side's evaluation of the same kind. */
export const findCounterpart = (table: Table, { id }: Evaluation): Promise<Evaluation | undefined> => {
  const { student, round, kind, side } = partsOfEvaluationId(id);
  return findEvaluation(table, evaluationId(student, round, kind, otherSide(side)));
};

/** All evaluations of one placement: two kinds by two sides. */
export const evaluationsOf = (
  table: Table,
  placement: { studentId: string; roundId: string },
): AsyncGenerator<Evaluation> =>
  evaluations.all(table, {
    pk: `STUDENT#${placement.studentId}`,
    sk: { prefix: `EVALUATION#${placement.roundId}#` },
  });

/** Those that the clock has something to do with by an instant. */
export const evaluationsDue = (table: Table, by: string): AsyncGenerator<Evaluation> =>
  evaluations.all(table, { index: 'gsi1', pk: 'EVALUATIONS_DUE', sk: { to: upTo(by) } });
