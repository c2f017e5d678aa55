import * as z from 'zod';
import { type Clock, instantAfter } from '../clock/clock.ts';
import { everyItem } from '../table/every.ts';
import type { Item, Operation, Table } from '../table/table.ts';
import { WriteConflict } from '../table/table.ts';
import { type DeadLetter, type DeadLetters, Message } from './queue.ts';

const QueuedBody = z.object({
  message: Message,
  /** Deliveries so far, the present one included. */
  attempts: z.number().int(),
  /** The worker that has it; absent while it waits. */
  worker: z.string().optional(),
});
const DeadBody = z.object({ message: Message, error: z.string(), failedAt: z.string() });

/** A message in the table at one version: every step is conditional on it, so that two workers never both win. */
export type Queued = z.infer<typeof QueuedBody> & { version: number };

/** No pause and no lease is as long: what is due later was written before the clock was set back. */
const longestPauseMs = 3_600_000;
const keyOf = (id: string) => ({ pk: `QUEUE#${id}`, sk: 'MESSAGE' });

const queuedOf = (item: Item): Queued => ({ ...QueuedBody.parse(item.body), version: item.version });

/**
 * How messages lie in the table: one item each, found by the instant at which it is next due. Queues of several names
 * know nothing of each other.
 */
export function queuedMessages({ table, clock, name }: { table: Table; clock: Clock; name?: string }) {
  const of = (partition: string): string => (name === undefined ? partition : `${partition}#${name}`);
  const dueIndex = of('QUEUE_DUE');
  const deadPartition = of('QUEUE_DEAD');

  const stamp = (action: string) => ({ by: 'queue', action: `queue.${action}`, at: clock.now() });

  /** The step, or false when someone else was first. */
  const won = async (operations: Operation[]): Promise<boolean> => {
    try {
      await table.write(operations);
      return true;
    } catch (error) {
      if (error instanceof WriteConflict) return false;
      throw error;
    }
  };

  const leave = ({ message, failedAt }: DeadLetter, action: string): Operation => ({
    delete: { pk: deadPartition, sk: `${failedAt}#${message.id}`, stamp: stamp(action) },
    if: { version: 1 },
  });

  const move = async (queued: Queued, dueAt: string, action: string): Promise<Queued | undefined> => {
    const { version, ...body } = queued;
    const put = {
      ...keyOf(body.message.id),
      body,
      index: { gsi1: { pk: dueIndex, sk: dueAt } },
      stamp: stamp(action),
    };
    return (await won([{ put, if: { version } }])) ? { ...body, version: version + 1 } : undefined;
  };

  const deadLetters: DeadLetters = {
    all: () => Array.fromAsync(everyItem(table, { pk: deadPartition }), ({ body }) => DeadBody.parse(body)),
    revive: (letter) => {
      const { message } = letter;
      const put = {
        ...keyOf(message.id),
        body: { message: { ...message }, attempts: 0 },
        index: { gsi1: { pk: dueIndex, sk: clock.now() } },
        stamp: stamp('revive'),
      };
      return won([leave(letter, 'revive'), { put, if: { absent: true } }]);
    },
    giveUp: (letter) => won([leave(letter, 'give_up')]),
  };

  return {
    deadLetters,

    add: (message: Message): Promise<boolean> => {
      const body = { message: { ...message }, attempts: 0 };
      const index = { gsi1: { pk: dueIndex, sk: clock.now() } };
      const put = { ...keyOf(message.id), body, index, stamp: stamp('send') };
      return won([{ put, if: { absent: true } }]);
    },

    /** Messages due by now, those with a lease that ran out among them, the longest waiting first. */
    due: async (limit: number): Promise<Queued[]> => {
      const [now, index] = [clock.now(), { index: 'gsi1', pk: dueIndex, limit } as const];
      const { items } = await table.query({ ...index, sk: { to: now } });
      if (items.length === limit) return items.map(queuedOf);
      const ahead = await table.query({ ...index, sk: { from: instantAfter(now, longestPauseMs) } });
      return [...items, ...ahead.items].slice(0, limit).map(queuedOf);
    },

    /** When the next message falls due, if any waits. */
    nextDue: async (): Promise<string | undefined> => {
      const page = await table.query({ index: 'gsi1', pk: dueIndex, limit: 1 });
      return page.items[0]?.index.gsi1?.sk;
    },

    /** Messages that some worker has, whether its lease ran out or not. */
    leased: async function* (): AsyncGenerator<Queued> {
      for await (const item of everyItem(table, { index: 'gsi1', pk: dueIndex })) {
        const queued = queuedOf(item);
        if (queued.worker !== undefined) yield queued;
      }
    },

    take: (queued: Queued, worker: string, until: string): Promise<Queued | undefined> =>
      move({ ...queued, worker, attempts: queued.attempts + 1 }, until, 'take'),
    renew: (queued: Queued, until: string): Promise<Queued | undefined> => move(queued, until, 'renew'),
    release: ({ message, attempts, version }: Queued, dueAt: string): Promise<Queued | undefined> =>
      move({ message, attempts, version }, dueAt, 'release'),

    done: ({ message, version }: Queued): Promise<boolean> =>
      won([{ delete: { ...keyOf(message.id), stamp: stamp('done') }, if: { version } }]),

    bury: ({ message, version }: Queued, error: string): Promise<boolean> => {
      const failedAt = clock.now();
      const body = { message: { ...message }, error, failedAt };
      const put = { pk: deadPartition, sk: `${failedAt}#${message.id}`, body, stamp: stamp('bury') };
      return won([{ delete: { ...keyOf(message.id), stamp: stamp('bury') }, if: { version } }, { put }]);
    },
  };
}
export type QueuedMessages = ReturnType<typeof queuedMessages>;
