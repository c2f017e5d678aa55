import type { Handlers } from '../call.ts';
import { DomainError, stale } from '../errors.ts';
import { formOf } from '../internship/rules.ts';
import type { Internship } from '../internship/schema.ts';
import { internshipOf } from '../internship/store.ts';
import { requireVersion } from '../ownership.ts';
import { partyOf, type Party } from '../placement/parties.ts';
import type { Side } from '../placement/schema.ts';
import { getPlacement } from '../placement/store.ts';
import { noteOpened } from '../rights/opened.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Table } from '../table/table.ts';
import type { evaluationOperations } from './api.ts';
import { excuse, requireWritable } from './rules.ts';
import type { Evaluation, EvaluationView } from './schema.ts';
import { evaluations, evaluationsOf, findCounterpart, getEvaluation } from './store.ts';
import { storeSubmission } from './submission.ts';
import { evaluationView } from './view.ts';

const formFor = (settings: Internship, { kind, side }: Evaluation) => formOf(settings, `${kind}/${side}`);

const viewFor = async (
  table: Table,
  evaluation: Evaluation,
  reader: Side | 'coordinator',
): Promise<EvaluationView> => {
  const form = formFor(await internshipOf(table, evaluation.cycleId), evaluation);
  return evaluationView(evaluation, await findCounterpart(table, evaluation), { reader, form });
};

/** Nobody writes in another's name. */
const requireWriter = (actor: Party, evaluation: Evaluation): void => {
  if (partyOf(actor, evaluation, 'evaluation') === evaluation.side) return;
  throw new DomainError(
    'forbidden',
    'evaluation_not_yours',
    'The other side writes this evaluation. Yours is listed beside it.',
  );
};

export const evaluationHandlers: Handlers<keyof typeof evaluationOperations> = {
  listEvaluations: async ({ actor, params, deps }) => {
    const placement = await getPlacement(deps.table, params.placementId);
    const party = partyOf(actor, placement);
    const all = await Array.fromAsync(evaluationsOf(deps.table, placement));
    const settings = await internshipOf(deps.table, placement.cycleId);
    const items = all.map((one) => {
      const counterpart = all.find(({ kind, side }) => kind === one.kind && side !== one.side);
      return evaluationView(one, counterpart, { reader: party, form: formFor(settings, one) });
    });
    return { items };
  },

  getEvaluation: async ({ actor, params, deps, now }) => {
    const evaluation = await getEvaluation(deps.table, params.evaluationId);
    const party = partyOf(actor, evaluation, 'evaluation');
    await noteOpened(deps.table, actor, { studentId: evaluation.studentId, what: 'evaluation', now });
    return viewFor(deps.table, evaluation, party);
  },

  saveEvaluationDraft: async ({ actor, params, body, version, deps, now }) => {
    const evaluation = await getEvaluation(deps.table, params.evaluationId);
    requireWriter(actor, evaluation);
    requireVersion(evaluation, version, 'evaluation');
    const draft = { answers: body.answers, savedAt: now };
    const by = stamp(actor, 'evaluation.draft', now);
    await commit(deps.table, [evaluations.update({ ...requireWritable(evaluation), draft }, by)], () =>
      stale('evaluation'),
    );
    return viewFor(deps.table, await getEvaluation(deps.table, evaluation.id), evaluation.side);
  },

  submitEvaluation: async ({ actor, params, body, version, deps, now }) => {
    const evaluation = await getEvaluation(deps.table, params.evaluationId);
    requireWriter(actor, evaluation);
    requireVersion(evaluation, version, 'evaluation');
    const by = stamp(actor, 'evaluation.submitted', now);
    await storeSubmission(deps.table, evaluation, { answers: body.answers, name: actor.name }, by);
    return viewFor(deps.table, await getEvaluation(deps.table, evaluation.id), evaluation.side);
  },

  excuseEvaluation: async ({ actor, params, body, version, deps, now }) => {
    const evaluation = await getEvaluation(deps.table, params.evaluationId);
    requireVersion(evaluation, version, 'evaluation');
    const excused = excuse(evaluation, body.reason, now);
    const by = stamp(actor, 'evaluation.excused', now, body.reason);
    await commit(deps.table, [evaluations.update(excused, by)], () => stale('evaluation'));
    return viewFor(deps.table, await getEvaluation(deps.table, evaluation.id), 'coordinator');
  },
};
