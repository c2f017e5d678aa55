import { isLive, live } from '../application/rules.ts';
import { withoutOutcome } from '../application/waiting.ts';
import { applications, ofCycle as applicationsOf, ofCycleInState } from '../application/store.ts';
import { countBy } from '../count-by.ts';
import { proposalOf } from '../company/proposal.ts';
import { allCompanies } from '../company/store.ts';
import { offersOfRound } from '../offer/store.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { currentOf, roundsNow } from '../round/store.ts';
import type { Table } from '../table/table.ts';
import type { CycleFigures } from './api.ts';
import type { PhaseFacts } from './rules.ts';

/** What coordinators watch, counted from the record. */
export const figuresOf = async (table: Table, cycleId: string): Promise<CycleFigures> => {
  const [companyList, postingList, applicationList] = await Promise.all([
    Array.fromAsync(allCompanies(table)),
    Array.fromAsync(postings.all(table, ofCycle(cycleId))),
    Array.fromAsync(applications.all(table, applicationsOf(cycleId))),
  ]);
  const published = postingList.filter((posting) => posting.state === 'published');
  const liveBy = countBy(
    applicationList.filter(({ state }) => isLive(state)).map(({ postingId }) => postingId),
  );
  const perCategory = Map.groupBy(published, (posting) => posting.content.category ?? 'none');
  return {
    companies: countBy(companyList.map(({ state }) => state)),
    companyChanges: companyList.filter((company) => proposalOf(company) !== undefined).length,
    postings: countBy(postingList.map(({ state }) => state)),
    applications: countBy(applicationList.map(({ state }) => state)),
    students: new Set(applicationList.map(({ studentId }) => studentId)).size,
    seats: published.reduce((sum, posting) => sum + (posting.content.capacity ?? 0), 0),
    categories: [...perCategory].map(([category, list]) => ({
      category,
      postings: list.length,
      seats: list.reduce((sum, posting) => sum + (posting.content.capacity ?? 0), 0),
      applications: list.reduce((sum, posting) => sum + (liveBy[posting.id] ?? 0), 0),
    })),
  };
};

/** How many there are, or `most` when there are more. */
const countTo = async (list: AsyncIterable<unknown>, most: number): Promise<number> => {
  let count = 0;
  for await (const _ of list) {
    count += 1;
    if (count === most) break;
  }
  return count;
};

const countIn = async (
  table: Table,
  cycleId: string,
  states: readonly string[],
  most = Infinity,
): Promise<number> => {
  const counts = await Promise.all(
    states.map((state) => countTo(applications.all(table, ofCycleInState(cycleId, state)), most)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

export const liveApplications = (table: Table, cycleId: string): Promise<number> =>
  countIn(table, cycleId, live);
export const applicationDrafts = (table: Table, cycleId: string): Promise<number> =>
  countIn(table, cycleId, ['draft']);

/** What a phase change depends on. Whoever only asks whether there are any need not have them counted beyond `most`. */
export const phaseFacts = async (
  table: Table,
  cycleId: string,
  { most = Infinity }: { most?: number } = {},
): Promise<PhaseFacts> => {
  const rounds = await roundsNow(table, cycleId);
  const pending = await Promise.all(rounds.map((one) => countTo(offersOfRound(table, one, 'pending'), most)));
  return {
    applicationsWithoutOutcome: await countIn(table, cycleId, withoutOutcome, most),
    roundState: currentOf(rounds)?.state ?? 'none',
    pendingOffers: pending.reduce((sum, count) => sum + count, 0),
    postings: (await postings.list(table, { ...ofCycle(cycleId), limit: 1 })).items.length,
  };
};
