import { OfferId, StudentId } from '../../functions/ids.ts';
import { placementOf } from '../../functions/placement/rules.ts';
import { getPlacement, placements } from '../../functions/placement/store.ts';
import { commit } from '../../functions/table/entity.ts';
import { people, type World } from './world.ts';

/** An internship of a student at the first company, confirmed as an accepted offer confirms it, with its evaluations. */
export const confirmedPlacement = async (world: World, person: { subject: string } = people.student) => {
  const { posting, company } = world.first;
  const studentId = StudentId.parse(person.subject);
  const { startsOn, endsOn, zone } = posting.content;
  if (startsOn === undefined || endsOn === undefined || zone === undefined) throw new Error('no dates');
  const offer = {
    id: OfferId.parse(`${studentId}~${world.round.id}`),
    roundId: world.round.id,
    cycleId: world.cycle.id,
    studentId,
    postingId: posting.id,
    companyId: company.id,
    state: 'accepted' as const,
    version: 1,
  };
  const at = world.clock.now();
  const made = placementOf(offer, { startsOn, endsOn, zone }, at);
  const stamp = { by: 'system:follow-up', action: 'placement.confirmed', at };
  await commit(world.deps.table, [placements.create(made, stamp)]);
  await world.settle();
  return getPlacement(world.deps.table, made.id);
};
