import { isLive, live, withoutOutcome } from '../application/rules.ts';
import { applications, ofCycleInState } from '../application/store.ts';
import { allCompanies } from '../company/store.ts';
import { offersOfRound } from '../offer/store.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { roundOfCycle } from '../round/store.ts';
import type { Table } from '../table/table.ts';
import type { CycleFigures } from './api.ts';
import type { PhaseFacts } from './rules.ts';

const countBy = (states: Iterable<string>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

/** What coordinators watch, counted from the record. */
export const figuresOf = async (table: Table, cycleId: string): Promise<CycleFigures> => {
  const [companyList, postingList, applicationList] = await Promise.all([
    Array.fromAsync(allCompanies(table)),
    Array.fromAsync(postings.all(table, ofCycle(cycleId))),
    Array.fromAsync(applications.all(table, { index: 'gsi2', pk: `CYCLE#${cycleId}#APPLICATIONS` })),
  ]);
  const published = postingList.filter((posting) => posting.state === 'published');
  const liveBy = countBy(
    applicationList.filter(({ state }) => isLive(state)).map(({ postingId }) => postingId),
  );
  const perCategory = Map.groupBy(published, (posting) => posting.content.category ?? 'none');
  return {
    companies: countBy(companyList.map(({ state }) => state)),
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

const countIn = async (table: Table, cycleId: string, states: readonly string[]): Promise<number> => {
  const lists = await Promise.all(
    states.map((state) => Array.fromAsync(applications.all(table, ofCycleInState(cycleId, state)))),
  );
  return lists.reduce((sum, list) => sum + list.length, 0);
};

export const liveApplications = (table: Table, cycleId: string): Promise<number> =>
  countIn(table, cycleId, live);
export const applicationDrafts = (table: Table, cycleId: string): Promise<number> =>
  countIn(table, cycleId, ['draft']);

/** What a phase change depends on. */
export const phaseFacts = async (table: Table, cycleId: string): Promise<PhaseFacts> => {
  const round = await roundOfCycle(table, cycleId);
  const offers = round ? await Array.fromAsync(offersOfRound(table, round)) : [];
  return {
    applicationsWithoutOutcome: await countIn(table, cycleId, withoutOutcome),
    roundState: round?.state ?? 'none',
    pendingOffers: offers.filter(({ state }) => state === 'pending').length,
    postings: (await postings.list(table, { ...ofCycle(cycleId), limit: 1 })).items.length,
  };
};
