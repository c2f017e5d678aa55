import type { Verb } from '../audit/actions.ts';
import type { Deps } from '../deps.ts';
import type { PlacementId } from '../ids.ts';
import { requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Operation } from '../table/table.ts';
import { partyOf, type Party } from './parties.ts';
import type { Placement, PlacementView, Side } from './schema.ts';
import { getPlacement, placements } from './store.ts';
import { placementViews } from './view.ts';

interface Changing<A extends Party> {
  actor: A;
  params: { placementId: PlacementId };
  version: number;
  deps: Deps;
  now: string;
}

/**
 * One change of a placement by somebody whom it concerns, at the version that was read. `change` decides; its action
 * signs the change.
 */
export const changePlacement = async <A extends Party>(
  { actor, params, version, deps, now }: Changing<A>,
  change: (
    placement: Placement,
    party: Side | 'coordinator',
  ) => { placement: Placement; action: Verb<'placement'>; reason?: string },
  /** What is written with the change, or neither is. */
  together: (placement: Placement) => Promise<Operation[]> = async () => [],
): Promise<PlacementView> => {
  const before = await getPlacement(deps.table, params.placementId);
  const party = partyOf(actor, before);
  requireVersion(before, version, 'placement');
  const { placement, action, reason } = change(before, party);
  const by = stamp(actor, `placement.${action}`, now, reason);
  await commit(deps.table, [placements.update(placement, by), ...(await together(before))]);
  return placementViews(deps.table, party, now)(await getPlacement(deps.table, before.id));
};
