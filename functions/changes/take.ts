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

/** What becomes of changes whose target does not answer: the consumer stops before them, or they are laid aside to wait. */
export type Meanwhile = 'stop' | 'layAside';
interface Taking {
  deps: Deps;
  consumer: Consumer;
  meanwhile: Meanwhile;
}

/**
 * Shows a consumer changes in commit order, and what it is asked to take again. Nothing that it cannot take holds up
 * the rest: that is laid aside.
 */
export const takeChanges = async (taking: Taking, changes: readonly Change[]): Promise<Taken> => {
  const { consumer } = taking;
  const steps = stepsOf(consumer, changes);
  const concerned = steps.reduce((sum, { run }) => sum + run.length, 0);
  let upTo = 0;
  const done = (at: number): void => {
    upTo = at + 1;
  };
  try {
    for (const { run, again } of steps) {
      upTo = run[0]?.at ?? upTo;
      if (again) await takeAgain(taking, again);
      else await takeRun(taking, run, done);
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

const consume = async ({ deps, consumer }: Taking, changes: readonly Change[]): Promise<void> => {
  for (const { unreadable } of changes) if (unreadable !== undefined) throw new Error(unreadable);
  await consumer.consume(deps, changes);
};

/** What fails together is taken change by change, so that one bad change does not take the others with it. */
const takeRun = async (taking: Taking, run: readonly Placed[], done: (at: number) => void): Promise<void> => {
  let left = run;
  try {
    try {
      return await consume(taking, changesOf(run));
    } catch (error) {
      if (error instanceof Unavailable) throw error;
    }
    for (const { change, at } of run) {
      await takeOne(taking, change);
      done(at);
      left = left.slice(1);
    }
  } catch (error) {
    // Nothing is wrong with a change whose target does not answer: it waits, and those after it.
    if (!(error instanceof Unavailable) || taking.meanwhile === 'stop') throw error;
    for (const change of changesOf(left))
      await keep(taking, { ...deadBy(taking, change, error), waits: true });
  }
};

const changesOf = (run: readonly Placed[]): Change[] => run.map(({ change }) => change);

const deadBy = ({ deps, consumer }: Taking, change: Change, error: unknown): DeadChange =>
  deadOf(consumer.name, change, { error, at: deps.clock.now() });

const takeOne = async (taking: Taking, change: Change): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await consume(taking, [change]);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      if (attempt < triesBeforeDeadLetter) continue;
      return keep(taking, deadBy(taking, change, error));
    }
  }
};

const signed = ({ deps, consumer }: Taking, action: string) => ({
  by: `system:${consumer.name}`,
  action,
  at: deps.clock.now(),
});

const keep = async (taking: Taking, dead: DeadChange): Promise<void> => {
  const { consumer, change, error, waits } = dead;
  await taking.deps.table.write([layAside(dead, signed(taking, 'lay_aside'))]);
  const event = waits ? 'change_waits' : 'change_not_consumed';
  taking.deps.log({ level: 'error', event, consumer, change: change.id, error });
};

/** What was laid aside goes away when it is taken this time, and stays with its new error when not. */
const takeAgain = async (taking: Taking, dead: DeadChange): Promise<void> => {
  const { table } = taking.deps;
  if (!(await isStillAsked(table, dead))) return;
  const { replay: _, waits: __, ...asked } = dead;
  try {
    const change = await changeToReplay(table, dead);
    if (wants(taking.consumer, change)) await consume(taking, [change]);
  } catch (error) {
    const { error: text, failedAt } = deadBy(taking, dead.change, error);
    if (!(error instanceof Unavailable))
      return keep(taking, { ...asked, error: text, failedAt, failures: dead.failures + 1 });
    if (taking.meanwhile === 'stop') throw error;
    return keep(taking, { ...asked, error: text, waits: true });
  }
  await giveUp(table, dead, signed(taking, 'replayed'));
};
