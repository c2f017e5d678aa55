import * as z from 'zod';
import { everyItem } from '../table/every.ts';
import type { Change, Item, Key, Operation, Stamp, Table } from '../table/table.ts';

const KeyOf = z.object({ pk: z.string(), sk: z.string() });
const Stamped = z.object({
  by: z.string(),
  action: z.string(),
  at: z.string(),
  reason: z.string().exactOptional(),
}) satisfies z.ZodType<Stamp>;
const Body = z.record(z.string(), z.json());
const Recorded = KeyOf.extend({
  version: z.number().int(),
  body: Body,
  index: z.object({ gsi1: KeyOf.exactOptional(), gsi2: KeyOf.exactOptional() }),
  stamp: Stamped,
  expiresAt: z.string().exactOptional(),
}) satisfies z.ZodType<Item>;

/** How a change is given to its consumer again: as it was committed, or with the item as it is by then. */
export const Replay = z.enum(['asItWas', 'asItIs']);
export type Replay = z.infer<typeof Replay>;

/** A change that a consumer could not take: laid aside, so that those after it go on. */
export interface DeadChange {
  consumer: string;
  change: Change;
  /** The item was too large to be kept here, or could not be read: only `asItIs` brings it. */
  cut: boolean;
  error: string;
  /** ISO instant of the last failure. */
  failedAt: string;
  failures: number;
  /** Asked for; the consumer takes it up by itself. */
  replay?: Replay;
  /** Nothing is wrong with it: what it was meant for did not answer, and it is to be asked for again. */
  waits?: true;
}
const Stored = z.object({
  consumer: z.string(),
  change: z.object({
    id: z.string(),
    key: KeyOf,
    before: Recorded.exactOptional(),
    after: Recorded.exactOptional(),
    stamp: Stamped,
    unreadable: z.string().exactOptional(),
  }),
  cut: z.boolean(),
  error: z.string(),
  failedAt: z.string(),
  failures: z.number().int(),
  replay: Replay.exactOptional(),
  waits: z.literal(true).exactOptional(),
}) satisfies z.ZodType<DeadChange>;

const wordOf = 'DEAD_CHANGE';
const allDead = { index: 'gsi1', pk: 'DEAD_CHANGES' } as const;
/** Room for the rest within the 400 KB of an item. */
const mostOfChange = 300_000;

const keyOf = ({ consumer, change }: Pick<DeadChange, 'consumer' | 'change'>): Key => ({
  pk: `${wordOf}#${consumer}`,
  sk: change.id,
});

/** Lays a change aside, or keeps what became of it. */
export const layAside = (dead: DeadChange, stamp: Stamp): Operation => ({
  put: {
    ...keyOf(dead),
    body: JSON.parse(JSON.stringify(dead)),
    index: { gsi1: { pk: allDead.pk, sk: `${dead.failedAt}#${dead.consumer}#${dead.change.id}` } },
    stamp,
  },
});

export const deadOf = (
  consumer: string,
  change: Change,
  failure: { error: unknown; at: string },
): DeadChange => {
  const { error, at: failedAt } = failure;
  const cut = change.unreadable !== undefined || JSON.stringify(change).length > mostOfChange;
  const { id, key, stamp, unreadable } = change;
  return {
    consumer,
    change: cut ? { id, key, stamp, ...(unreadable !== undefined && { unreadable }) } : change,
    cut,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    failedAt,
    failures: 1,
  };
};

/** Every change that waits for somebody to look at it, the longest waiting first. */
export async function* deadChanges(table: Table): AsyncGenerator<DeadChange> {
  for await (const { body } of everyItem(table, allDead)) yield Stored.parse(body);
}

/** Gives a change to its consumer again, wherever that one runs: it sees it in the change feed. */
export const askForReplay = (table: Table, dead: DeadChange, how: Replay, stamp: Stamp): Promise<void> =>
  table.write([layAside({ ...dead, replay: how }, stamp)]);

/** Gives a change up: its consumer never takes it. */
export const giveUp = (table: Table, dead: DeadChange, stamp: Stamp): Promise<void> =>
  table.write([{ delete: { ...keyOf(dead), stamp } }]);

/** The replay that a committed change asks of a consumer, if it does. */
export const replayAskedBy = ({ key, after }: Change, consumer: string): DeadChange | undefined => {
  if (key.pk !== `${wordOf}#${consumer}` || after === undefined) return undefined;
  const dead = Stored.safeParse(after.body).data;
  return dead?.replay === undefined ? undefined : dead;
};

/** Whether a replay is wanted still: meanwhile it may have been done, or the change given up. */
export const isStillAsked = async (table: Table, dead: DeadChange): Promise<boolean> => {
  const item = await table.get(keyOf(dead));
  return item !== undefined && Stored.parse(item.body).replay !== undefined;
};

/** The change as its consumer is to see it now. */
export const changeToReplay = async (table: Table, { change, replay }: DeadChange): Promise<Change> => {
  if (replay !== 'asItIs') return change;
  const { after: _, unreadable, ...rest } = change;
  const item = await table.get(change.key);
  // Who made a change that could not be read is written on the item.
  const stamp = unreadable === undefined ? rest.stamp : (item?.stamp ?? rest.stamp);
  return { ...rest, stamp, ...(item && { after: item }) };
};
