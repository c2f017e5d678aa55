import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { ApiProblem } from '../api/problem.ts';
import { useAction } from '../api/use-action.ts';
import { type Kind, type Plan, planOf, type Seating } from './seating.ts';

export interface SavedPlan {
  plan: Plan;
  /** Saves the whole plan; false when it was refused, and then `problem` says why. */
  change: (next: Plan, where: Kind, said: string) => Promise<boolean>;
  /** Takes the last change back; undefined when nothing was changed here. */
  undo: (() => void) | undefined;
  /** What was done last, and in which part of the page. */
  last: { where: Kind; said: string } | undefined;
  pending: boolean;
  problem: ApiProblem | undefined;
  clear: () => void;
}

/** A company's plan, saved as a whole at each change. */
export function useSeating(seating: Seating, set: (seating: Seating) => void, undone: string): SavedPlan {
  const call = useClient();
  const plan = planOf(seating);
  const [history, setHistory] = useState<readonly { plan: Plan; where: Kind }[]>([]);
  const [last, setLast] = useState<SavedPlan['last']>();
  const { companyId, cycleId, version } = seating;
  const save = useAction(async (next: Plan) => {
    const params = { companyId, cycleId };
    set(await call('saveSeating', { params, body: next, ifMatch: version }));
    return true;
  });
  const before = history.at(-1);
  const takeBack = async ({ plan: earlier, where }: { plan: Plan; where: Kind }) => {
    if ((await save.run(earlier)) !== true) return;
    setHistory(history.slice(0, -1));
    setLast({ where, said: undone });
  };
  return {
    plan,
    last,
    pending: save.pending,
    problem: save.problem,
    clear: save.clear,
    change: async (next, where, said) => {
      if ((await save.run(next)) !== true) return false;
      setHistory([...history, { plan, where }]);
      setLast({ where, said });
      return true;
    },
    undo: before && (() => void takeBack(before)),
  };
}
