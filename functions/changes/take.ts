import type { Deps } from '../deps.ts';
import { Unavailable } from '../errors.ts';
import type { Change } from '../table/table.ts';
import { type Consumer, mostAtOnce, wants } from './consumer.ts';
import {
  changeToReplay,
  type DeadChange,
  deadOf,
  giveUp,
  isStillAsked,
  layAside,
  replayAskedBy,
} from './dead-change.ts';

/** How far a consumer came. */
export interface Taken {
  /** How many of the changes concerned it. */
  concerned: number;
  /** It is done with the changes before this one: all, when nothing stopped it. */
  upTo: number;
  /** Why it has to be shown the rest again. Nothing is wrong with the changes: its target does not answer. */
  stoppedBy?: unknown;
}

const triesBeforeDeadLetter = 3;

/**
 * Shows a consumer changes in commit order, and what it is asked to take again. Nothing that it cannot take holds up
 * the rest: that is laid aside.
 */
export const takeChanges = async (
  deps: Deps,
  consumer: Consumer,
  changes: readonly Change[],
): Promise<Taken> => {
  const steps = stepsOf(consumer, changes);
  const concerned = steps.reduce((sum, { run }) => sum + run.length, 0);
  let upTo = 0;
  const done = (at: number): void => {
    upTo = at + 1;
  };
  try {
    for (const { run, again } of steps) {
      if (again) await takeAgain(deps, consumer, again);
      else await takeRun(deps, consumer, run, done);
      done(run.at(-1)?.at ?? upTo - 1);
    }
    return { concerned, upTo: changes.length };
  } catch (error) {
    return { concerned, upTo, stoppedBy: error };
  }
};

interface Placed {
  change: Change;
  at: number;
}
/** Wanted changes that are taken together, or one that asks for a replay. */
interface Step {
  run: Placed[];
  again?: DeadChange;
}

const stepsOf = (consumer: Consumer, changes: readonly Change[]): Step[] => {
  const steps: Step[] = [];
  for (const [at, change] of changes.entries()) {
    const again = replayAskedBy(change, consumer.name);
    if (again) steps.push({ run: [{ change, at }], again });
    else if (wants(consumer, change)) {
      const last = steps.at(-1);
      if (last && !last.again && last.run.length < mostAtOnce) last.run.push({ change, at });
      else steps.push({ run: [{ change, at }] });
    }
  }
  return steps;
};

const consume = async (deps: Deps, consumer: Consumer, changes: readonly Change[]): Promise<void> => {
  for (const { unreadable } of changes) if (unreadable !== undefined) throw new Error(unreadable);
  await consumer.consume(deps, changes);
};

/** What fails together is taken change by change, so that one bad change does not take the others with it. */
const takeRun = async (
  deps: Deps,
  consumer: Consumer,
  run: readonly Placed[],
  done: (at: number) => void,
): Promise<void> => {
  try {
    await consume(
      deps,
      consumer,
      run.map(({ change }) => change),
    );
  } catch (error) {
    // Nothing is wrong with a change whose target does not answer: it waits, and those after it.
    if (error instanceof Unavailable) throw error;
    for (const { change, at } of run) {
      await takeOne(deps, consumer, change);
      done(at);
    }
  }
};

const takeOne = async (deps: Deps, consumer: Consumer, change: Change): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await consume(deps, consumer, [change]);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      if (attempt < triesBeforeDeadLetter) continue;
      return keep(deps, deadOf(consumer.name, change, { error, at: deps.clock.now() }));
    }
  }
};

const signed = ({ clock }: Deps, consumer: string, action: string) => ({
  by: `system:${consumer}`,
  action,
  at: clock.now(),
});

const keep = async (deps: Deps, dead: DeadChange): Promise<void> => {
  const { consumer, change, error } = dead;
  deps.log({ level: 'error', event: 'change_not_consumed', consumer, change: change.id, error });
  await deps.table.write([layAside(dead, signed(deps, consumer, 'lay_aside'))]);
};

/** What was laid aside goes away when it is taken this time, and stays with its new error when not. */
const takeAgain = async (deps: Deps, consumer: Consumer, dead: DeadChange): Promise<void> => {
  const { table, clock } = deps;
  if (!(await isStillAsked(table, dead))) return;
  try {
    const change = await changeToReplay(table, dead);
    if (wants(consumer, change)) await consume(deps, consumer, [change]);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    const { replay: _, ...asked } = dead;
    const { error: text, failedAt } = deadOf(dead.consumer, dead.change, { error, at: clock.now() });
    return keep(deps, { ...asked, error: text, failedAt, failures: dead.failures + 1 });
  }
  await giveUp(table, dead, signed(deps, consumer.name, 'replayed'));
};
