import type { CycleId } from '../ids.ts';
import type { Table } from '../table/table.ts';
import type { Alarm, Placement, PlacementState, PlacementView } from './schema.ts';
import { alarmsOf } from './alarms.ts';
import { placementsOfCycle, placeInCycle } from './store.ts';
import { alarmsNow, placementRows } from './view.ts';

interface Asked {
  state?: PlacementState | undefined;
  alarm?: Alarm | 'any' | undefined;
  limit: number;
  cursor?: string | undefined;
}

const isAsked = (alarms: readonly Alarm[], alarm: Asked['alarm']): boolean =>
  alarm === undefined || (alarm === 'any' ? alarms.length > 0 : alarms.includes(alarm));

/** Of all alarms one depends on more than the internship: where another is asked for, nothing more has to be read. */
const canBeAsked = (placement: Placement, alarm: Asked['alarm'], now: string): boolean =>
  isAsked(alarmsOf(placement, { overdue: true, now }), alarm);

/**
 * A page of a cycle's internships, those first of which something falls due first. A cursor is the place at which its
 * page ended: what stood there may have moved. Alarms depend on the hour, so that no index can hold them: all are
 * looked at until the page is full, and shown whole only once they are on it.
 */
export const listOfCycle = async (
  table: Table,
  cycleId: CycleId,
  { state, alarm, limit, cursor }: Asked,
  now: string,
): Promise<{ items: PlacementView[]; next?: string }> => {
  const row = placementRows(table, 'coordinator');
  const found: { placement: Placement; alarms: Alarm[] }[] = [];
  const page = async () => Promise.all(found.map(({ placement, alarms }) => row(placement, alarms)));
  for await (const placement of placementsOfCycle(table, cycleId, cursor)) {
    if (state !== undefined && placement.state !== state) continue;
    if (!canBeAsked(placement, alarm, now)) continue;
    const alarms = await alarmsNow(table, placement, now);
    if (!isAsked(alarms, alarm)) continue;
    const last = found.at(-1);
    if (found.length === limit && last) return { items: await page(), next: placeInCycle(last.placement) };
    found.push({ placement, alarms });
  }
  return { items: await page() };
};
