import type { CycleId } from '../ids.ts';
import type { Table } from '../table/table.ts';
import type { Alarm, PlacementState, PlacementView } from './schema.ts';
import { placementsOfCycle } from './store.ts';
import { placementViews } from './view.ts';

interface Asked {
  state?: PlacementState | undefined;
  alarm?: Alarm | 'any' | undefined;
  limit: number;
  cursor?: string | undefined;
}

const isAsked = ({ alarms }: PlacementView, alarm: Asked['alarm']): boolean =>
  alarm === undefined || (alarm === 'any' ? alarms.length > 0 : alarms.includes(alarm));

/**
 * A page of a cycle's internships, those first of which something falls due first. A cursor is the last internship of
 * its page. Alarms depend on the hour, so that no index can hold them: all are looked at until the page is full.
 */
export const listOfCycle = async (
  table: Table,
  cycleId: CycleId,
  { state, alarm, limit, cursor }: Asked,
  now: string,
): Promise<{ items: PlacementView[]; next?: string }> => {
  const view = placementViews(table, 'coordinator', now);
  const items: PlacementView[] = [];
  let reached = cursor === undefined;
  for await (const placement of placementsOfCycle(table, cycleId)) {
    if (!reached) {
      reached = placement.id === cursor;
      continue;
    }
    if (state !== undefined && placement.state !== state) continue;
    const row = await view(placement);
    if (!isAsked(row, alarm)) continue;
    const last = items.at(-1);
    if (items.length === limit && last) return { items, next: last.id };
    items.push(row);
  }
  return { items };
};
