import type { Deps } from '../deps.ts';
import { offers } from '../offer/store.ts';
import { findPosting } from '../posting/store.ts';
import { stamp } from '../stamp.ts';
import { officialNames } from '../student/rules.ts';
import { findStudent } from '../student/store.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Item } from '../table/table.ts';
import { placementId } from '../ids.ts';
import { placementOf, placementTransitions, terminate } from './rules.ts';
import { findPlacement, placements } from './store.ts';

const system = { kind: 'system', task: 'follow-up' } as const;

/** Makes the placement of an accepted offer, once; one that has been taken back meanwhile makes none. */
export const confirmPlacement = async (deps: Deps, item: Item): Promise<void> => {
  const { pk, sk } = item;
  const offer = await offers.get(deps.table, { pk, sk });
  if (offer?.state !== 'accepted') return;
  const { startsOn, endsOn, zone } = (await findPosting(deps.table, offer.postingId))?.content ?? {};
  // A posting that was offered had all of them.
  if (startsOn === undefined || endsOn === undefined || zone === undefined) return;
  const now = deps.clock.now();
  const student = await findStudent(deps.table, offer.studentId);
  const names = student && officialNames(student.profile);
  const made = placements.create(
    placementOf(offer, { startsOn, endsOn, zone, ...(names && { names }) }, now),
    stamp(system, 'placement.confirmed', now),
  );
  // One that is there shows that this change has been followed before.
  await writeIndependent(deps.table, [made]);
};

/** Ends the placement of an offer that was taken back or waived. */
export const endPlacement = async (deps: Deps, item: Item): Promise<void> => {
  const offer = offers.parse(item);
  const placement = await findPlacement(deps.table, placementId(offer.studentId, offer.roundId));
  if (placement === undefined || !placementTransitions[placement.state].includes('terminated')) return;
  const now = deps.clock.now();
  const reason = item.stamp.reason ?? offer.reason ?? '录用已撤回或解除。The offer was taken back or waived.';
  const ended = terminate(placement, { by: 'system', reason }, now);
  await deps.table.write([placements.update(ended, stamp(system, 'placement.terminated', now, reason))]);
};
