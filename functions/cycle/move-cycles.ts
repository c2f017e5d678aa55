import type { Deps } from '../deps.ts';
import { cycleNow } from '../round/cycle-now.ts';
import { stamp } from '../stamp.ts';
import { moveStep } from '../supplementary/steps.ts';
import { WriteConflict } from '../table/table.ts';
import { phaseFacts } from './figures.ts';
import { moveCycle, obstaclesTo } from './rules.ts';
import { roundSteps } from './in-round.ts';
import { cycles, everyCycle, getCycle } from './store.ts';
import { timedMove } from './timetable.ts';

const clock = { kind: 'system', task: 'clock' } as const;

/** Moves an open supplementary round through the steps whose time has come. */
const moveRoundOn = async (deps: Deps, cycleId: string): Promise<void> => {
  for (;;) {
    const { cycle, round } = await cycleNow(deps.table, cycleId);
    if (round?.state !== 'open') return;
    const now = deps.clock.now();
    const due = timedMove(cycle);
    const to = roundSteps.find((step) => step === due?.to);
    if (due === undefined || to === undefined || due.at > now) return;
    const facts = await phaseFacts(deps.table, cycleId, { most: 1 });
    if (obstaclesTo(to, facts).length > 0) return;
    const reason = `按公布的时间（${due.at}）自动进入。Moved by the clock, as announced for ${due.at}.`;
    await deps.table.write([moveStep(round, to, stamp(clock, `round.${to}`, now, reason))]);
  }
};

/** Moves a cycle through the phases whose time has come, as far as nothing stands in the way. */
const moveOn = async (deps: Deps, cycleId: string): Promise<void> => {
  for (;;) {
    const cycle = await getCycle(deps.table, cycleId);
    const now = deps.clock.now();
    const due = timedMove(cycle);
    if (due === undefined || due.at > now) return;
    const facts = await phaseFacts(deps.table, cycleId, { most: 1 });
    if (obstaclesTo(due.to, facts).length > 0) return;
    const reason = `按公布的时间（${due.at}）自动进入。Moved by the clock, as announced for ${due.at}.`;
    const by = stamp(clock, `cycle.${due.to}`, now, reason);
    await deps.table.write([cycles.update(moveCycle(cycle, due.to, facts), by)]);
  }
};

/** Moves every cycle on whose phases go by the clock. One that fails is tried again at the next turn and holds up no other. */
export const moveCycles = async (deps: Deps): Promise<void> => {
  const failures: unknown[] = [];
  for await (const { id } of cycles.all(deps.table, everyCycle)) {
    try {
      await moveOn(deps, id);
      await moveRoundOn(deps, id);
    } catch (error) {
      // Somebody changed the cycle at the same moment: by the next turn it shows what is due then.
      if (!(error instanceof WriteConflict)) failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Cycles could not be moved on');
};
