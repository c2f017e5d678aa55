import { endOfStudent } from '../application/end.ts';
import type { Deps } from '../deps.ts';
import { cycleNow } from '../round/cycle-now.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import { extensions, extensionsToEnd } from './store.ts';

const clock = { kind: 'system', task: 'clock' } as const;

/** What waited for the end of somebody's own time happens now: drafts that the phase's end had left end as it does. */
export const endExtensions = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  for await (const extension of extensionsToEnd(deps.table, now)) {
    const { to, step, cycleId } = extension;
    // A supplementary round takes applications too.
    const { cycle } = await cycleNow(deps.table, cycleId);
    if (to.kind === 'student' && step === 'applying' && cycle.phase !== 'applying')
      await endOfStudent(deps, to.studentId, cycle, {
        from: ['draft'],
        to: 'not_submitted',
        reason: '延长的申请时间结束时未提交。Not submitted before the extended time ended.',
      });
    // One that is refused got still more time from a coordinator at the same moment.
    await writeIndependent(deps.table, [
      extensions.update({ ...extension, ended: true }, stamp(clock, 'extension.ended', now)),
    ]);
  }
};
