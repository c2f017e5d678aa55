import { setTimeout } from 'node:timers/promises';
import type { Phase } from '../../../functions/cycle/schema.ts';
import type { Caller } from './client.ts';
import type { Stage } from './stage.ts';

/** Moves the cycle on, after a look at what the move would do. */
export const moveTo = async ({ coordinator, cycleId }: Stage, to: Phase): Promise<void> => {
  const params = { cycleId };
  const { obstacles } = await coordinator.call('previewPhase', { params, query: { to } });
  if (obstacles.length > 0)
    throw new Error(`The cycle cannot move to ${to}: ${obstacles.map(({ message }) => message).join(' ')}`);
  const { version } = await coordinator.call('getCycle', { params });
  await coordinator.call('moveCycle', { params, body: { to }, ifMatch: version });
};

/** Follows a job to its end. Throws when it failed. */
export const finished = async (caller: Caller, jobId: string): Promise<void> => {
  for (;;) {
    const job = await caller.call('getJob', { params: { jobId } });
    if (job.state === 'succeeded') return;
    if (job.state === 'failed')
      throw new Error(`The job ${job.payload.kind} failed: ${job.error?.message ?? 'without a reason'}`);
    await setTimeout(50);
  }
};
