import type { Group, Instance } from '../../matching/round/instance.ts';
import type { Deps } from '../deps.ts';
import { membersOf } from '../seating/condition.ts';
import { inForce } from '../seating/in-force.ts';
import type { Oddity, Seating } from '../seating/schema.ts';
import { findSeating } from '../seating/store.ts';
import type { ProfileDraft } from '../student/schema.ts';
import { findStudent } from '../student/store.ts';
import { sharingOf, type Sharing } from '../supplementary/open.ts';
import type { Table } from '../table/table.ts';
import { inTurns } from '../in-turns.ts';
import type { Round } from './schema.ts';
import type { TakingPart } from './taking-part.ts';

/** The rules of seats of a round, as its snapshot holds them, and what of the companies' plans is odd. */
export interface FrozenSeating {
  groups: NonNullable<Instance['groups']>;
  reserves: NonNullable<Instance['reserves']>;
  transfers: NonNullable<Instance['transfers']>;
  oddities: readonly Oddity[];
}

/** Read by key, so that what was saved a moment before the freeze is there. */
const plansOf = async (table: Table, cycleId: string, { published }: TakingPart): Promise<Seating[]> => {
  const found = new Map<string, Seating>();
  await inTurns([...new Set(published.map(({ companyId }) => companyId))], async (id) => {
    const seating = await findSeating(table, id, cycleId);
    if (seating !== undefined) found.set(id, seating);
  });
  return [...found.values()].toSorted((a, b) => (a.companyId < b.companyId ? -1 : 1));
};

/** For each of some postings the profiles of those who are rankable for it, as they are now. */
const rankableProfiles = async (
  table: Table,
  { rankable }: TakingPart,
  postingIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, ProfileDraft>>> => {
  const found = new Map([...postingIds].map((id) => [id, new Map<string, ProfileDraft>()]));
  const concerned = [...rankable].filter(([, ids]) => !ids.isDisjointFrom(postingIds));
  await inTurns(concerned, async ([studentId, ids]) => {
    const profile = (await findStudent(table, studentId))?.profile ?? {};
    for (const id of ids) found.get(id)?.set(studentId, profile);
  });
  return found;
};

/** By their plans, with all the seats that the postings have. */
const planned = async (table: Table, cycleId: string, part: TakingPart): Promise<FrozenSeating> => {
  const seats = new Map(part.published.map(({ id, content }) => [id, content.capacity ?? 0]));
  const plans = (await plansOf(table, cycleId, part)).map(({ companyId, ...plan }) => ({
    companyId,
    ...inForce(plan, seats),
  }));
  const reserved = new Set(plans.flatMap(({ reserves }) => reserves.map(({ postingId }) => postingId)));
  const profiles = await rankableProfiles(table, part, reserved);
  const groups = plans.flatMap((plan) =>
    plan.groups.map(({ place, seats: capacity, postingIds }): [string, Group] => [
      `${plan.companyId}-group-${place + 1}`,
      { capacity, postings: postingIds },
    ]),
  );
  const reserves = plans.flatMap((plan) =>
    [...Map.groupBy(plan.reserves, ({ postingId }) => postingId)].flatMap(([postingId, list]) => {
      const members = membersOf(list, profiles.get(postingId) ?? new Map());
      return list.map(({ place, seats: count }, index) => ({
        id: `${postingId}-reserve-${place + 1}`,
        postingId,
        seats: count,
        students: (members[index] ?? []).toSorted(),
      }));
    }),
  );
  const transfers = plans.flatMap((plan) => plan.transfers.map(({ from, to }) => [from, to] as const));
  // A reserve that names nobody is legal and keeps no seat; mostly its condition is not what the company meant.
  const forNobody = reserves.flatMap(({ postingId, seats: count, students }): Oddity[] =>
    students.length === 0 ? [{ kind: 'reserveForNobody', postingId, seats: count }] : [],
  );
  return {
    groups: Object.fromEntries(groups),
    reserves: Object.fromEntries(
      reserves.map(({ id, postingId: posting, seats: count, students }) => [
        id,
        { posting, seats: count, students },
      ]),
    ),
    transfers: Object.fromEntries(transfers),
    oddities: [...plans.flatMap(({ oddities }) => oddities), ...forNobody],
  };
};

/** What is left of the plans when a supplementary round begins: who stays has used a part, transfers have had their effect. */
const leftOf = ({ groups, reserves }: FrozenSeating, left: Sharing): FrozenSeating => ({
  groups: Object.fromEntries(
    Object.entries(groups).flatMap(([id, group]) => {
      const { capacity } = left.groups[id] ?? {};
      return capacity === undefined ? [] : [[id, { ...group, capacity }]];
    }),
  ),
  reserves: Object.fromEntries(
    Object.entries(reserves).flatMap(([id, reserve]) => {
      const { seats } = left.reserves[id] ?? {};
      return seats === undefined ? [] : [[id, { ...reserve, seats }]];
    }),
  ),
  transfers: {},
  oddities: [],
});

/** The rules of seats that a freeze would take in now. */
export const frozenSeating = async (deps: Deps, round: Round, part: TakingPart): Promise<FrozenSeating> => {
  const all = await planned(deps.table, round.cycleId, part);
  return round.kind === 'main' ? all : leftOf(all, await sharingOf(deps, round));
};
