import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import { WriteConflict } from '../table/table.ts';
import { byTheClock } from './rules.ts';
import type { Evaluation } from './schema.ts';
import { evaluations, evaluationsDue, findEvaluation } from './store.ts';

const clock = { kind: 'system', task: 'clock' } as const;

/** Does what is due of one evaluation, step by step. Each step is a change, from which its letter follows: two clocks send one. */
const advance = async (deps: Deps, { id }: Evaluation): Promise<void> => {
  const now = deps.clock.now();
  for (;;) {
    // The index may lag behind: the item decides.
    const evaluation = await findEvaluation(deps.table, id);
    const step = evaluation && byTheClock(evaluation, now);
    if (step === undefined) return;
    await deps.table.write([
      evaluations.update(step.evaluation, stamp(clock, `evaluation.${step.action}`, now)),
    ]);
  }
};

/** Opens, reminds of and closes evaluations. One that fails is tried again at the next turn and holds up no other. */
export const advanceEvaluations = async (deps: Deps): Promise<void> => {
  const failures: unknown[] = [];
  for await (const evaluation of evaluationsDue(deps.table, deps.clock.now())) {
    try {
      await advance(deps, evaluation);
    } catch (error) {
      // Its writer saved at the same moment: by the next turn it shows what is due then.
      if (!(error instanceof WriteConflict)) failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Evaluations could not be moved on');
};
