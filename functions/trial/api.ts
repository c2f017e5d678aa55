import * as z from 'zod';
import { CycleId, JobId } from '../ids.ts';
import { operations } from '../operation.ts';

export const trialOperations = operations({
  removeTrialCycle: {
    method: 'delete',
    path: '/cycles/{cycleId}',
    summary: 'Remove a trial cycle with everything that came from it',
    params: z.object({ cycleId: CycleId }),
    response: z.object({ jobId: JobId }),
    status: 202,
    ifMatch: true,
  },
});
