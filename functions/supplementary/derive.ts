import type { Instance } from '../../matching/round/instance.ts';
import { nextInstance } from '../../matching/round/next-instance.ts';
import type { Assignment } from '../../matching/round/result.ts';
import { applications, ofCycle as applicationsOf } from '../application/store.ts';
import type { Deps } from '../deps.ts';
import { holds } from '../offer/rules.ts';
import type { Offer } from '../offer/schema.ts';
import { offersOfRound } from '../offer/store.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { aliasesOf } from '../round/aliases.ts';
import { requireKept } from '../round/rules.ts';
import { storedInstance, storedResult } from '../round/run.ts';
import type { PublishedRound } from '../round/store.ts';
import { roundsNow } from '../round/store.ts';
import { type Standing, standingFrom } from './standing.ts';

export const publishedRoundsOf = async (deps: Deps, cycleId: string): Promise<PublishedRound[]> =>
  (await roundsNow(deps.table, cycleId)).filter((round) => round.state === 'published');

const offersOf = async (deps: Deps, published: readonly PublishedRound[]): Promise<Offer[]> =>
  (await Promise.all(published.map((round) => Array.fromAsync(offersOfRound(deps.table, round))))).flat();

/** What is left of a cycle's seats, and who is left. */
export interface Left {
  /** Open seats of the postings that are still published, with what is left of groups and reserves. */
  instance: Pick<Instance, 'groups' | 'reserves'> & { seats: ReadonlyMap<string, number> };
  /** Of each student who applied in this cycle or was in one of its rounds. */
  standings: ReadonlyMap<string, Standing>;
  pendingOffers: number;
}

/**
 * What the next round would have, from the main round and what came of every offer since: whoever holds a seat stays in
 * it, all other seats are open. The main round has all seats and all rules about them, so that any number of
 * supplementary rounds gives the same answer in any order.
 */
export const deriveLeft = async (deps: Deps, cycleId: string): Promise<Left> => {
  const published = await publishedRoundsOf(deps, cycleId);
  const main = published.find(({ kind }) => kind === 'main');
  const offers = await offersOf(deps, published);
  const byStudent = Map.groupBy(offers, ({ studentId }) => studentId);
  const standings = new Map<string, Standing>();
  for await (const { studentId } of applications.all(deps.table, applicationsOf(cycleId)))
    standings.set(studentId, 'free');
  for (const [student, own] of byStudent) standings.set(student, standingFrom(own));
  const pendingOffers = offers.filter(({ state }) => state === 'pending').length;
  if (main === undefined) return { instance: { seats: new Map() }, standings, pendingOffers };
  requireKept(main);
  const [instance, result, { aliasOf }] = await Promise.all([
    storedInstance(deps, main.snapshot),
    storedResult(deps, main.result),
    aliasesOf(deps.table, main.id),
  ]);
  const assignment: Assignment = {
    ...Object.fromEntries(Object.keys(instance.students).map((id) => [id, null])),
    ...Object.fromEntries(
      offers.filter(holds).map(({ studentId, postingId }) => [aliasOf(studentId), postingId]),
    ),
  };
  const gone = [...standings].flatMap(([id, standing]) => (standing === 'has_left' ? [aliasOf(id)] : []));
  const next = nextInstance(instance, { ...result, assignment }, gone);
  const stillThere = new Set<string>();
  for await (const { id } of postings.all(deps.table, ofCycle(cycleId, 'published'))) stillThere.add(id);
  const seats = Object.entries(next.postings)
    .filter(([id]) => stillThere.has(id))
    .map(([id, { capacity }]) => [id, capacity] as const);
  return {
    instance: {
      seats: new Map(seats),
      ...(next.groups && { groups: next.groups }),
      ...(next.reserves && { reserves: next.reserves }),
    },
    standings,
    pendingOffers,
  };
};
