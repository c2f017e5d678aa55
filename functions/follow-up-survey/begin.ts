import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { placements } from '../placement/store.ts';
import { findPosting } from '../posting/store.ts';
import { stamp } from '../stamp.ts';
import { findStudent } from '../student/store.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Item } from '../table/table.ts';
import { surveysAfter } from './rules.ts';
import { followUps } from './store.ts';

/** Of a completed internship the student can be asked later, once there is consent. */
export const beginFollowUp = async (deps: Deps, item: Item): Promise<void> => {
  const { id, studentId, roundId, cycleId, postingId } = placements.parse(item);
  const [posting, cycle, student] = await Promise.all([
    findPosting(deps.table, postingId),
    getCycle(deps.table, cycleId),
    findStudent(deps.table, studentId),
  ]);
  const category = posting?.content.category;
  if (category === undefined) return;
  const [major] = student?.profile.majors ?? [];
  const surveys = surveysAfter(cycle.windows.active.to);
  const by = stamp({ kind: 'system', task: 'follow-up' }, 'follow_up.began', deps.clock.now());
  const begun = { id, studentId, roundId, cycleId, category, ...(major && { major }), surveys };
  // One that is there shows that this change has been followed before.
  await writeIndependent(deps.table, [followUps.create(begun, by)]);
};
