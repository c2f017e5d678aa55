import type { Cycle } from '../cycle/schema.ts';
import { DomainError, type FieldProblem } from '../errors.ts';
import { matchUnderWay } from '../posting/rules.ts';
import type { Round } from '../round/schema.ts';
import type { SeatGroup, SeatingPlan, Transfer } from './schema.ts';

/** What a plan has to keep; each stands as the reason beside the field that breaks it. */
export const seatingRules = {
  own: 'must be a posting of yours in this cycle',
  laminar: 'must hold another group whole or share no posting with it',
  otherPostings: 'must not be the postings of another group: one limit is enough for them',
  reservesFit: 'must not reserve more seats than the posting has',
  oneTransfer: 'must not pass the seats of a posting on twice',
  transferOutsideGroups: 'must not be in a group, which shares its seats already',
  noCircle: 'must not lead back to where the seats come from',
} as const;

/** Own postings of the cycle, to their seats. */
type SeatsOf = ReadonlyMap<string, number>;

const named = (plan: SeatingPlan): { id: string; pointer: string }[] => [
  ...plan.groups.flatMap(({ postingIds }, group) =>
    postingIds.map((id, index) => ({ id, pointer: `/groups/${group}/postingIds/${index}` })),
  ),
  ...plan.reserves.map(({ postingId }, index) => ({
    id: postingId,
    pointer: `/reserves/${index}/postingId`,
  })),
  ...plan.transfers.flatMap(({ from, to }, index) => [
    { id: from, pointer: `/transfers/${index}/from` },
    { id: to, pointer: `/transfers/${index}/to` },
  ]),
];

const cross = (one: SeatGroup, other: SeatGroup): boolean => {
  const [a, b] = [new Set(one.postingIds), new Set(other.postingIds)];
  return !a.isDisjointFrom(b) && !a.isSubsetOf(b) && !b.isSubsetOf(a);
};

const areSame = (one: SeatGroup, other: SeatGroup): boolean =>
  new Set(one.postingIds).symmetricDifference(new Set(other.postingIds)).size === 0;

const wrongGroups = ({ groups }: SeatingPlan): FieldProblem[] =>
  groups.flatMap((group, index): FieldProblem[] => {
    const earlier = groups.slice(0, index);
    const pointer = `/groups/${index}/postingIds`;
    if (earlier.some((other) => cross(other, group))) return [{ pointer, reason: seatingRules.laminar }];
    if (earlier.some((other) => areSame(other, group)))
      return [{ pointer, reason: seatingRules.otherPostings }];
    return [];
  });

const reservesOverSeats = ({ reserves }: SeatingPlan, seatsOf: SeatsOf): FieldProblem[] => {
  const reserved = new Map<string, number>();
  return reserves.flatMap(({ postingId, seats }, index) => {
    const sum = (reserved.get(postingId) ?? 0) + seats;
    reserved.set(postingId, sum);
    const fits = sum <= (seatsOf.get(postingId) ?? Infinity);
    return fits ? [] : [{ pointer: `/reserves/${index}/seats`, reason: seatingRules.reservesFit }];
  });
};

const leadsBack = (start: Transfer, transfers: readonly Transfer[]): boolean => {
  const next = new Map<string, string>(transfers.map(({ from, to }) => [from, to]));
  const seen = new Set<string>();
  for (let at: string | undefined = start.to; at !== undefined && !seen.has(at); at = next.get(at)) {
    if (at === start.from) return true;
    seen.add(at);
  }
  return false;
};

const wrongTransfers = ({ groups, transfers }: SeatingPlan): FieldProblem[] => {
  const grouped = new Set<string>(groups.flatMap(({ postingIds }) => postingIds));
  return transfers.flatMap((transfer, index) => {
    const at = `/transfers/${index}`;
    const twice = transfers.slice(0, index).some(({ from }) => from === transfer.from);
    return [
      ...(twice ? [{ pointer: `${at}/from`, reason: seatingRules.oneTransfer }] : []),
      ...(['from', 'to'] as const).flatMap((end) =>
        grouped.has(transfer[end])
          ? [{ pointer: `${at}/${end}`, reason: seatingRules.transferOutsideGroups }]
          : [],
      ),
      ...(!twice && leadsBack(transfer, transfers)
        ? [{ pointer: `${at}/to`, reason: seatingRules.noCircle }]
        : []),
    ];
  });
};

/** A plan that a round can carry out, or an error that names every field in the way. */
export const requirePossible = (plan: SeatingPlan, seatsOf: SeatsOf): void => {
  const fields = [
    ...named(plan).flatMap(({ id, pointer }) =>
      seatsOf.has(id) ? [] : [{ pointer, reason: seatingRules.own }],
    ),
    ...wrongGroups(plan),
    ...reservesOverSeats(plan, seatsOf),
    ...wrongTransfers(plan),
  ];
  if (fields.length > 0)
    throw new DomainError(
      'invalid',
      'seating_not_possible',
      'Groups, reserves and transfers have to fit the postings and one another.',
      { fields },
    );
};

export const seatingFrozen = (): DomainError =>
  new DomainError(
    'conflict',
    'seating_frozen',
    'Groups, reserves and transfers cannot change once the match is under way.',
  );

/**
 * As with seats: what students ranked by stays what it was, from the end of the ranking window on. Supplementary rounds
 * give away what is left under the plan of the main round.
 */
export const isOpen = (round: Round | undefined, cycle: Cycle, now: string): boolean =>
  round?.state === 'open' && round.kind === 'main' && !matchUnderWay(cycle, now);
