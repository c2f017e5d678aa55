import { placementId, RoundId, StudentId } from '../../functions/ids.ts';
import type { Placement } from '../../functions/placement/schema.ts';
import { placements } from '../../functions/placement/store.ts';
import type { World } from './world.ts';

/** An internship of the world's first posting, just completed, and all that follows from it. */
export const completeInternship = async (world: World, student: { subject: string }): Promise<string> => {
  const { cycle, round, first, deps, clock } = world;
  const [studentId, roundId] = [StudentId.parse(student.subject), RoundId.parse(round.id)];
  const id = placementId(studentId, roundId);
  const now = clock.now();
  const placement: Omit<Extract<Placement, { state: 'completed' }>, 'version'> = {
    id,
    roundId,
    cycleId: cycle.id,
    studentId,
    postingId: first.posting.id,
    companyId: first.company.id,
    state: 'completed',
    startsOn: '2026-06-29',
    endsOn: '2026-08-21',
    zone: 'Asia/Shanghai',
    confirmedAt: now,
    startedAt: now,
    completedAt: now,
    checklist: {},
    checkIns: {},
    endedOnBefore: [],
  };
  const by = { by: 'system:clock', action: 'placement.completed', at: now };
  await deps.table.write([placements.create(placement, by)]);
  await world.settle();
  return id;
};
