import { applications, ofCycleInState } from '../application/store.ts';
import type { Posting } from '../posting/schema.ts';
import { ofCycle, postings } from '../posting/store.ts';
import type { Table } from '../table/table.ts';

/** Who and what a freeze takes in. */
export interface TakingPart {
  /** For each student the postings for which the application is rankable. */
  rankable: ReadonlyMap<string, ReadonlySet<string>>;
  published: readonly Posting[];
}

export const takingPart = async (table: Table, cycleId: string): Promise<TakingPart> => {
  const rankable = new Map<string, Set<string>>();
  for await (const application of applications.all(table, ofCycleInState(cycleId, 'rankable'))) {
    const ids = rankable.get(application.studentId) ?? new Set();
    rankable.set(application.studentId, ids.add(application.postingId));
  }
  return { rankable, published: await Array.fromAsync(postings.all(table, ofCycle(cycleId, 'published'))) };
};

/** Seats of the published postings. */
export const seatsOf = ({ published }: TakingPart): Map<string, number> =>
  new Map(published.map(({ id, content }) => [id, content.capacity ?? 0]));
