import { notFound } from '../errors.ts';
import { partsOfPlacementId, type PlacementId } from '../ids.ts';
import { entity, type Unsaved } from '../table/entity.ts';
import type { Key, Query, Table } from '../table/table.ts';
import { dueAt } from './rules.ts';
import { Placement } from './schema.ts';

const placementKey = (studentId: string, roundId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `PLACEMENT#${roundId}`,
});
/** What nothing falls due of comes after all instants. */
const never = '~';

/** The bound of an index that begins with instants: all of that instant and before. The sign comes right behind `#`. */
export const upTo = (instant: string): string => `${instant}$`;

/** Where an internship stands among those of its cycle: what falls due first comes first. */
export const placeInCycle = (placement: Unsaved<Placement>): string =>
  `${dueAt(placement) ?? never}#${placement.id}`;

export const placements = entity({
  schema: Placement,
  key: ({ studentId, roundId }) => placementKey(studentId, roundId),
  index: (placement) => ({
    gsi1: { pk: `COMPANY#${placement.companyId}#PLACEMENTS`, sk: `${placement.startsOn}#${placement.id}` },
    gsi2: { pk: `CYCLE#${placement.cycleId}#PLACEMENTS`, sk: placeInCycle(placement) },
  }),
});

export const findPlacement = (table: Table, id: PlacementId): Promise<Placement | undefined> => {
  const { student, round } = partsOfPlacementId(id);
  return placements.get(table, placementKey(student, round));
};

export const getPlacement = async (table: Table, id: PlacementId): Promise<Placement> => {
  const placement = await findPlacement(table, id);
  if (placement === undefined) throw notFound('placement');
  return placement;
};

export const placementsOfStudent = (table: Table, studentId: string): AsyncGenerator<Placement> =>
  placements.all(table, { pk: `STUDENT#${studentId}`, sk: { prefix: 'PLACEMENT#' } });

export const ofCompany = (companyId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi1',
  pk: `COMPANY#${companyId}#PLACEMENTS`,
});

/** All of a cycle, or those behind a place among them. */
export async function* placementsOfCycle(
  table: Table,
  cycleId: string,
  behind?: string,
): AsyncGenerator<Placement> {
  const query = { index: 'gsi2', pk: `CYCLE#${cycleId}#PLACEMENTS` } as const;
  const from = behind === undefined ? query : { ...query, sk: { from: behind } };
  for await (const placement of placements.all(table, from))
    if (placeInCycle(placement) !== behind) yield placement;
}

/** The placements of a cycle that the clock has something to do with by an instant, the longest due first. */
export const placementsDue = (table: Table, cycleId: string, by: string): AsyncGenerator<Placement> =>
  placements.all(table, { index: 'gsi2', pk: `CYCLE#${cycleId}#PLACEMENTS`, sk: { to: upTo(by) } });
