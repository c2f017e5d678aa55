import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import type { Caller } from '../cycle/client.ts';
import type { RunningServer } from '../server.ts';

/** Says of the played cycle that it was a trial all the time, and has it removed. */
export const visitTrial = async ({ deps, settled }: RunningServer, coordinator: Caller): Promise<void> => {
  const cycle = await getCycle(deps.table, 'current');
  const now = deps.clock.now();
  const by = { by: 'test', action: 'test', at: now };
  const id = `imp_${deps.newId()}`;
  const index = { gsi1: { pk: 'IMPORTS', sk: `${now}#${id}` } };
  await deps.table.write([
    cycles.update({ ...cycle, trial: { since: '2000-01-01T00:00:00.000Z' } }, by),
    { put: { pk: `IMPORT#${id}`, sk: 'IMPORT', body: { id, cycleId: cycle.id }, index, stamp: by } },
  ]);
  await coordinator.call('removeTrialCycle', { params: { cycleId: cycle.id }, ifMatch: cycle.version + 1 });
  await settled();
};
