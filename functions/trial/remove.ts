import { cycles, everyCycle, findCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { removeFolder } from '../files/remove-folder.ts';
import type { JobHandler } from '../job/work.ts';
import { jobs } from '../job/store.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { roundsOfCycle } from '../round/store.ts';
import { wordIn } from '../rights/word-in.ts';
import { shelvesOf } from '../suggestion/store.ts';
import { everyItem } from '../table/every.ts';
import { removeCompanyOf, removeStudent, type Scope, whoCame } from './people.ts';
import { removeFound } from './removal.ts';
import { isAlone } from './rules.ts';

/** What was asked for in the trial's course: its imports, and jobs but the one that removes it. */
const removeAsked = async (deps: Deps, { ids }: Scope, jobId: string): Promise<void> => {
  for await (const { pk, body } of everyItem(deps.table, { index: 'gsi1', pk: 'IMPORTS' })) {
    if (typeof body.cycleId !== 'string' || !ids.has(body.cycleId)) continue;
    await removeFolder(deps.files, `imports/${wordIn(body, 'id')}`);
    await removeFound(deps, { pk });
  }
  for await (const { id, payload } of jobs.all(deps.table, { index: 'gsi1', pk: 'JOBS' })) {
    const about = Object.values(payload);
    if (id !== jobId && about.some((one) => ids.has(one))) await removeFound(deps, { pk: `JOB#${id}` });
  }
};

const removePosting = async (deps: Deps, postingId: string): Promise<void> => {
  await removeFound(deps, { pk: `SUGGESTED#${postingId}` });
  await removeFound(deps, { pk: `POSTING#${postingId}` }, ({ sk }) => sk !== 'POSTING');
  await removeFound(deps, { pk: `POSTING#${postingId}` });
};

/**
 * Removes a trial cycle with all that came of it. Whatever step a crash interrupts, running again goes on from there: what
 * leads to the rest goes after it, and the cycle itself goes last. The audit trail stays, as it does of everything.
 */
export const removeTrial: JobHandler<'remove_trial'> = async (deps, { cycleId }, progress, task) => {
  const { table } = deps;
  const cycle = await findCycle(table, cycleId);
  if (cycle?.trial?.endedAt === undefined) return;
  const [all, { items: rounds }, offered, { studentIds, companyIds }] = await Promise.all([
    Array.fromAsync(cycles.all(table, everyCycle)),
    roundsOfCycle(table, cycleId),
    Array.fromAsync(postings.all(table, ofCycle(cycleId))),
    whoCame(deps, cycle),
  ]);
  const scope: Scope = {
    cycle,
    alone: isAlone(cycle, all),
    ids: new Set<string>([cycleId, ...rounds.map(({ id }) => id), ...offered.map(({ id }) => id)]),
  };
  const steps: readonly (() => Promise<void>)[] = [
    () => removeAsked(deps, scope, task.id),
    ...[...studentIds].map((id) => () => removeStudent(deps, scope, id)),
    ...[...companyIds].map((id) => () => removeCompanyOf(deps, scope, id)),
    ...offered.map(
      ({ id }) =>
        () =>
          removePosting(deps, id),
    ),
    ...rounds.map(({ id }) => async () => {
      await removeFolder(deps.files, `rounds/${id}`);
      await removeFound(deps, { pk: `ROUND#${id}` });
    }),
    ...shelvesOf(cycleId).map((pk) => () => removeFound(deps, { pk })),
    () => removeFolder(deps.files, `statistics/${cycleId}`),
    async () => {
      const query = { index: 'gsi1', pk: `CYCLE#${cycleId}#BROADCASTS` } as const;
      for await (const { pk } of everyItem(table, query)) await removeFound(deps, { pk });
    },
    () => removeFound(deps, { pk: `CYCLE#${cycleId}` }, ({ sk }) => sk !== 'CYCLE'),
    () => removeFound(deps, { pk: `CYCLE#${cycleId}` }),
  ];
  for (const [at, step] of steps.entries()) {
    await step();
    await progress(at + 1, steps.length);
  }
};
