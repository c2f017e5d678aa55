import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import type { JobHandler } from '../job/work.ts';
import { moveStamp, saveApplication } from './commands.ts';
import { enter, withoutOutcome } from './rules.ts';
import type { ApplicationState } from './schema.ts';
import { applications, ofCycleInState } from './store.ts';

/** Ends every application of a cycle that is in one of some states. Those already ended stay as they are. */
export const endApplications = async (
  deps: Deps,
  end: {
    cycleId: string;
    states: readonly ApplicationState[];
    to: ApplicationState;
    reason: string;
    only?: (postingId: string) => boolean;
  },
  progress: (done: number) => Promise<void> = async () => {},
): Promise<void> => {
  const cycle = await getCycle(deps.table, end.cycleId);
  const system = { kind: 'system', task: 'end_applications' } as const;
  let done = 0;
  for (const state of end.states) {
    // The list shrinks as its entries leave the state, so that it is read whole before the first one does.
    const list = await Array.fromAsync(applications.all(deps.table, ofCycleInState(cycle.id, state)));
    for (const application of list) {
      if (end.only && !end.only(application.postingId)) continue;
      const now = deps.clock.now();
      const ended = enter(application, end.to, system, now, end.reason);
      await saveApplication(deps.table, cycle, application, ended, moveStamp(system, ended, now, end.reason));
      done += 1;
      if (done % 50 === 0) await progress(done);
    }
  }
  await progress(done);
};

/** Nobody is left without an answer: what a company never answered ends with a reason that says so. */
export const closeSilentApplications: JobHandler<'close_silent_applications'> = (
  deps,
  { cycleId },
  progress,
) =>
  endApplications(
    deps,
    {
      cycleId,
      states: withoutOutcome,
      to: 'not_selected',
      reason: '企业未在期限内答复。The company did not answer in time.',
    },
    progress,
  );
