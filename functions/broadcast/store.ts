import { notFound } from '../errors.ts';
import { BroadcastId, type CycleId } from '../ids.ts';
import { requestJob } from '../job/store.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { Broadcast } from './schema.ts';

const broadcastKey = (id: string): Key => ({ pk: `BROADCAST#${id}`, sk: 'BROADCAST' });
export const broadcasts = entity({
  schema: Broadcast,
  key: ({ id }) => broadcastKey(id),
  index: ({ id, cycleId, createdAt }) => ({
    gsi1: { pk: `CYCLE#${cycleId}#BROADCASTS`, sk: `${createdAt}#${id}` },
  }),
});

export const getBroadcast = async (table: Table, id: string): Promise<Broadcast> => {
  const broadcast = await broadcasts.get(table, broadcastKey(id));
  if (broadcast === undefined) throw notFound('announcement');
  return broadcast;
};

export const broadcastsOf = (
  table: Table,
  cycleId: string,
  page: { limit: number; cursor?: string | undefined },
) => broadcasts.list(table, { index: 'gsi1', pk: `CYCLE#${cycleId}#BROADCASTS`, descending: true, ...page });

/** The operations that announce: the announcement, and the job that tells everyone of it. */
export const announceOperations = (
  newId: () => string,
  broadcast: Pick<Broadcast, 'audience' | 'topic' | 'words' | 'dates'> & { cycleId: CycleId },
  by: Stamp,
): { id: BroadcastId; operations: Operation[] } => {
  const id = BroadcastId.parse(`ann_${newId()}`);
  const { jobId, operation } = requestJob(newId, { kind: 'send_broadcast', broadcastId: id }, by);
  const stored = { ...broadcast, id, jobId, createdAt: by.at, by: by.by };
  return { id, operations: [broadcasts.create(stored, by), operation] };
};
