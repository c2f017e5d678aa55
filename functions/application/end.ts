import { getCycle } from '../cycle/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { moveStamp, saveApplication } from './commands.ts';
import { enter } from './rules.ts';
import type { Application, ApplicationState } from './schema.ts';
import { applications, findApplication, ofCycleInState, ofPosting, ofStudent } from './store.ts';

interface End {
  from: readonly ApplicationState[];
  to: ApplicationState;
  reason: string;
  /** Those that stay as they are, for whoever answers them has more time. */
  keep?: (application: Application) => Promise<boolean>;
}

const system = { kind: 'system', task: 'end_applications' } as const;

/** Ends one application. Its parties may move it at the same moment: it is then read again, and left if it has an outcome. */
const endOne = async (deps: Deps, cycle: Cycle, found: Application, end: End): Promise<void> => {
  let application: Application | undefined = found;
  while (application !== undefined && end.from.includes(application.state)) {
    const now = deps.clock.now();
    const ended = enter(application, end.to, system, now, end.reason);
    try {
      return await saveApplication(
        deps.table,
        cycle,
        application,
        ended,
        moveStamp(system, ended, now, end.reason),
      );
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'stale') throw error;
      application = await findApplication(deps.table, found.studentId, found.postingId);
    }
  }
};

/** Ends every application of a cycle that is in one of some states. Those already ended stay as they are. */
export const endInCycle = async (
  deps: Deps,
  cycleId: string,
  end: End,
  progress: (done: number) => Promise<void> = async () => {},
): Promise<void> => {
  const cycle = await getCycle(deps.table, cycleId);
  let done = 0;
  for (const state of end.from) {
    // The list shrinks as its entries leave the state, so that it is read whole before the first one does.
    const list = await Array.fromAsync(applications.all(deps.table, ofCycleInState(cycle.id, state)));
    for (const application of list) {
      if (!(await end.keep?.(application))) await endOne(deps, cycle, application, end);
      done += 1;
      if (done % 50 === 0) await progress(done);
    }
  }
  await progress(done);
};

/** Ends the applications to one posting that are in one of some states. */
export const endOfPosting = async (
  deps: Deps,
  posting: { id: string; cycleId: string },
  end: End,
): Promise<void> => {
  const cycle = await getCycle(deps.table, posting.cycleId);
  for (const application of await Array.fromAsync(applications.all(deps.table, ofPosting(posting.id))))
    await endOne(deps, cycle, application, end);
};

/** Ends a student's applications of a cycle that are in one of some states. */
export const endOfStudent = async (deps: Deps, studentId: string, cycle: Cycle, end: End): Promise<void> => {
  for (const application of await Array.fromAsync(applications.all(deps.table, ofStudent(studentId))))
    if (application.cycleId === cycle.id) await endOne(deps, cycle, application, end);
};
