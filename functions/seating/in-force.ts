import type { Oddity, Reserve, SeatGroup, SeatingPlan, Transfer } from './schema.ts';

/** An entry of a plan with its place in it. */
type Placed<T> = T & { place: number };

/** What is left of a plan when only some postings take part, with what was dropped or has no effect. */
export interface InForce {
  groups: Placed<SeatGroup & { without: number }>[];
  reserves: Placed<Reserve>[];
  transfers: Transfer[];
  oddities: Oddity[];
}

/** Reserves in the company's order, each with the seats that those before it leave. */
const fitting = (plan: SeatingPlan, seatsOf: ReadonlyMap<string, number>, odd: Oddity[]) => {
  const left = new Map(seatsOf);
  return plan.reserves.flatMap((reserve, place) => {
    const { postingId } = reserve;
    const open = left.get(postingId) ?? 0;
    const seats = Math.min(reserve.seats, open);
    if (seats < reserve.seats)
      odd.push({
        kind: seats === 0 ? 'reserveGone' : 'reserveCut',
        postingId,
        seats: reserve.seats,
        left: seats,
      });
    if (seats === 0) return [];
    left.set(postingId, open - seats);
    return [{ ...reserve, seats, place }];
  });
};

const joined = (plan: SeatingPlan, seatsOf: ReadonlyMap<string, number>, odd: Oddity[]) =>
  plan.groups.flatMap((group, place) => {
    const { seats } = group;
    const postingIds = group.postingIds.filter((id) => seatsOf.has(id));
    const [first = group.postingIds[0]] = postingIds;
    if (first === undefined) return [];
    if (postingIds.length === 0) {
      odd.push({ kind: 'groupGone', postingId: first, seats });
      return [];
    }
    for (const postingId of group.postingIds)
      if (!seatsOf.has(postingId)) odd.push({ kind: 'leavesGroup', postingId, seats });
    const without = postingIds.reduce((sum, id) => sum + (seatsOf.get(id) ?? 0), 0);
    if (without <= seats) odd.push({ kind: 'groupWithoutEffect', postingId: first, seats, left: without });
    return [{ ...group, postingIds, without, place }];
  });

/**
 * A plan for the postings that take part, with their seats: the others leave their groups, their reserves and transfers
 * fall away, and reserves shrink to the seats there are. What the rules hold for a plan they hold for what is left of it.
 */
export const inForce = (plan: SeatingPlan, seatsOf: ReadonlyMap<string, number>): InForce => {
  const oddities: Oddity[] = [];
  const groups = joined(plan, seatsOf, oddities);
  const reserves = fitting(plan, seatsOf, oddities);
  const transfers = plan.transfers.filter(({ from, to }) => {
    const missing = [from, to].find((id) => !seatsOf.has(id));
    if (missing !== undefined) oddities.push({ kind: 'transferGone', postingId: missing });
    return missing === undefined;
  });
  return { groups, reserves, transfers, oddities };
};
