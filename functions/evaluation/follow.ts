import type { Deps } from '../deps.ts';
import { Side } from '../placement/schema.ts';
import { placements } from '../placement/store.ts';
import { parseKept } from '../parse-kept.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Item } from '../table/table.ts';
import { evaluationOf, evaluationTransitions, excuse, windowOf } from './rules.ts';
import { Evaluation, EvaluationKind } from './schema.ts';
import { evaluations, evaluationsOf } from './store.ts';

const system = { kind: 'system', task: 'follow-up' } as const;

/** A confirmed placement has four evaluations to come; those that are there stay as they are. */
export const scheduleEvaluations = async (deps: Deps, item: Item): Promise<void> => {
  const placement = placements.parse(item);
  const by = stamp(system, 'evaluation.scheduled', deps.clock.now());
  await writeIndependent(
    deps.table,
    EvaluationKind.options.flatMap((kind) =>
      Side.options.map((side) => evaluations.create(evaluationOf(placement, kind, side), by)),
    ),
  );
};

/** A later last day moves the final evaluations that nobody has submitted. */
export const rescheduleFinals = async (deps: Deps, item: Item): Promise<void> => {
  const placement = placements.parse(item);
  const now = deps.clock.now();
  const by = stamp(system, 'evaluation.rescheduled', now);
  for await (const evaluation of evaluationsOf(deps.table, placement)) {
    if (evaluation.kind !== 'final') continue;
    const window = windowOf('final', placement);
    if (evaluation.dueAt === window.dueAt) continue;
    if (evaluation.state === 'submitted' || evaluation.state === 'excused') continue;
    const moved = { ...evaluation, ...window, reminded: [] };
    // What is open stays open, so that nothing typed is lost.
    const state = evaluation.state === 'overdue' ? 'open' : evaluation.state;
    await deps.table.write([evaluations.update(parseKept(Evaluation, { ...moved, state }), by)]);
  }
};

/** Of a placement that ended early nothing more has to be written. */
export const excuseEvaluations = async (deps: Deps, item: Item): Promise<void> => {
  const placement = placements.parse(item);
  if (placement.state !== 'terminated') return;
  const now = deps.clock.now();
  // A sign that the cut would halve goes whole: half of one is no text.
  const reason = `实习提前结束。The internship ended early. ${placement.reason}`
    .slice(0, 2_000)
    .replace(/[\uD800-\uDBFF]$/, '');
  for await (const evaluation of evaluationsOf(deps.table, placement))
    if (evaluationTransitions[evaluation.state].includes('excused'))
      await deps.table.write([
        evaluations.update(excuse(evaluation, reason, now), stamp(system, 'evaluation.excused', now, reason)),
      ]);
};
