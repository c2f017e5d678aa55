import type { Handlers } from '../call.ts';
import { cycles, getCycle } from '../cycle/store.ts';
import { requestJob } from '../job/store.ts';
import { requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { trialOperations } from './api.ts';
import { endTrial } from './rules.ts';

export const trialHandlers: Handlers<keyof typeof trialOperations> = {
  removeTrialCycle: async ({ actor, params, version, deps, now }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    requireVersion(cycle, version, 'cycle');
    const ended = endTrial(cycle, now);
    const by = stamp(actor, 'trial.end', now);
    const { jobId, operation } = requestJob(deps.newId, { kind: 'remove_trial', cycleId: cycle.id }, by);
    await commit(deps.table, [cycles.update(ended, by), operation]);
    return { jobId };
  },
};
