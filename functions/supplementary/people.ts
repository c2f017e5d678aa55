import { ofCycle, postings } from '../posting/store.ts';
import { inTurns } from '../in-turns.ts';
import { isHome } from '../student/residence.ts';
import { findStudent } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import type { RoundTerms } from '../round/schema.ts';
import { nightsOf, type PeopleByZone } from './nights.ts';
import type { DeadlineNights } from './schema.ts';
import { mayTakePart, type Standing } from './standing.ts';

/** Where those live who may take part in the next round, on a day: students by their home or stay, teams by their zone. */
const peopleByZone = async (
  table: Table,
  cycleId: string,
  standings: ReadonlyMap<string, Standing>,
  day: string,
): Promise<PeopleByZone> => {
  const people = new Map<string, { students: number; postings: number }>();
  const at = (zone: string) => people.get(zone) ?? { students: 0, postings: 0 };
  for await (const { content } of postings.all(table, ofCycle(cycleId, 'published')))
    if (content.zone !== undefined)
      people.set(content.zone, { ...at(content.zone), postings: at(content.zone).postings + 1 });
  const free = [...standings].flatMap(([id, standing]) => (mayTakePart(standing) ? [id] : []));
  await inTurns(free, async (id) => {
    const residences = (await findStudent(table, id))?.profile.residences ?? [];
    const stay = residences.find(({ from, to }) => from !== undefined && from <= day && (to ?? day) >= day);
    const zone = (stay ?? residences.find(isHome) ?? residences[0])?.zone;
    if (zone !== undefined) people.set(zone, { ...at(zone), students: at(zone).students + 1 });
  });
  return people;
};

/** How both deadlines of a round lie for its participants. */
export const nightsIn = (
  table: Table,
  cycleId: string,
  standings: ReadonlyMap<string, Standing>,
  terms: Pick<RoundTerms, 'applying' | 'ranking'>,
): Promise<DeadlineNights[]> =>
  Promise.all(
    (['applying', 'ranking'] as const).map(async (window) => {
      const day = terms[window].to.slice(0, 10);
      return nightsOf(window, terms, await peopleByZone(table, cycleId, standings, day));
    }),
  );
