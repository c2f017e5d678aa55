import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import type { Operation } from '../table/table.ts';
import { writeIndependent } from '../table/independent.ts';
import { reminded } from './rules.ts';
import { getInterview, interviews, interviewsToRemind } from './store.ts';

const clock = { kind: 'system', task: 'clock' } as const;

/**
 * Marks the interviews that both sides are to be reminded of; the letters follow from the change. One that was moved or
 * called off at the same moment is no longer at the version that was read, and is left.
 */
export const remindOfInterviews = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  const due: Operation[] = [];
  for await (const { id } of interviewsToRemind(deps.table, now)) {
    // The index may lag behind: the item decides.
    const interview = await getInterview(deps.table, id);
    if (interview.state !== 'booked' || interview.remindAt === undefined || interview.remindAt > now)
      continue;
    const { tell, after } = reminded(interview, now);
    due.push(interviews.update(after, stamp(clock, tell ? 'interview.reminded' : 'interview.begun', now)));
  }
  await writeIndependent(deps.table, due);
};
