import type { Actor } from '../actor.ts';
import { getCycle } from '../cycle/store.ts';
import { endAsAsked } from '../offer/end.ts';
import { isUnderWay } from '../offer/rules.ts';
import { findOffer } from '../offer/store.ts';
import type { Operation, Table } from '../table/table.ts';
import { hasBegun } from './rules.ts';
import type { Placement } from './schema.ts';

/**
 * What ends with an internship that ends before its first day: the offer that it came from, so that its student may
 * take part in the next round and its seat is open.
 */
export const offerEndsWith = async (
  table: Table,
  placement: Placement,
  by: { actor: Actor; reason: string; now: string },
): Promise<Operation[]> => {
  if (hasBegun(placement) || !isUnderWay(await getCycle(table, placement.cycleId))) return [];
  const offer = await findOffer(table, placement);
  return offer?.state === 'accepted' ? endAsAsked(table, offer, by) : [];
};
