import type { Deps } from '../../functions/deps.ts';
import { jobHandlers } from '../../functions/job/handlers.ts';
import { jobs, requestJob } from '../../functions/job/store.ts';
import { cancel } from '../../functions/job/rules.ts';
import { getJob } from '../../functions/job/store.ts';
import type { JobHandler, JobHandlers } from '../../functions/job/work.ts';
import { newId } from '../../functions/new-id.ts';
import { commit } from '../../functions/table/entity.ts';

const by = { by: 'coordinator:c1', action: 'test', at: '2026-05-15T10:00:00.000Z' };

/** Real handlers, one kind of which is replaced. */
export const handlersWith = (carryOut: JobHandler<'close_silent_applications'>): JobHandlers => ({
  ...jobHandlers,
  close_silent_applications: { carryOut },
});

/** Asks for a job of that kind. */
export const askForJob = async ({ table }: Pick<Deps, 'table'>): Promise<string> => {
  const payload = { kind: 'close_silent_applications', cycleId: 'cyc_test' } as const;
  const { jobId, operation } = requestJob(newId, payload, by);
  await table.write([operation]);
  return jobId;
};

/** Asks a job to stop, as its route does. */
export const cancelJob = async ({ table, clock }: Pick<Deps, 'table' | 'clock'>, jobId: string) => {
  const actor = { kind: 'coordinator', subject: 'c1', email: 'c1@example.com', name: 'C' } as const;
  const asked = cancel(await getJob(table, jobId), { round: undefined, actor, now: clock.now() });
  await commit(table, [jobs.update(asked, by)]);
};
