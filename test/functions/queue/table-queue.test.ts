import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Worker } from '../../../functions/queue/table-queue.ts';
import { tableQueue } from '../../../functions/queue/table-queue.ts';
import { testClock } from '../../support/clock.ts';
import { freshTable } from '../../support/table.ts';

const start = '2026-05-15T10:00:00.000Z';
const message = { id: 'm', topic: 'round', payload: {} };

let clock: ReturnType<typeof testClock>;
let fresh: ReturnType<typeof freshTable>;
let workers: Worker[];
let errors: unknown[];
const onError = (error: unknown): void => {
  errors.push(error);
};

beforeEach(() => {
  clock = testClock(start);
  fresh = freshTable(clock);
  workers = [];
  errors = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await fresh.close();
});

const queueOf = () => tableQueue({ table: fresh.table, clock });
const working = (worker: Worker): Worker => {
  workers.push(worker);
  return worker;
};

test('waits longer after each failed delivery', async () => {
  const at: string[] = [];
  const queue = queueOf();
  const handler = async () => {
    at.push(clock.now().slice(17, 19));
    throw new Error('again');
  };
  const worker = working(queue.work({ round: handler }, { maxAttempts: 4, onError }));
  await queue.send(message);
  for (let second = 0; second < 10; second += 1) {
    await worker.idle();
    clock.advance(1000);
  }
  expect(at).toEqual(['00', '01', '03', '07']);
  expect(await queue.deadLetters.all()).toEqual([
    { message, error: 'again', failedAt: '2026-05-15T10:00:07.000Z' },
  ]);
  expect(errors).toHaveLength(4);
});

test('delivers once what is sent again while it is worked on', async () => {
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  let deliveries = 0;
  const queue = queueOf();
  const round = async () => {
    deliveries += 1;
    reached.resolve();
    await gate.promise;
  };
  const worker = working(queue.work({ round }, { onError }));
  await queue.send(message);
  await reached.promise;
  await queue.send(message);
  gate.resolve();
  await worker.idle();
  expect(deliveries).toBe(1);
});

test('what is let go of waits for its time', async () => {
  const at: string[] = [];
  const queue = queueOf();
  const round = async () => {
    at.push(clock.now().slice(17, 19));
    return at.length < 3 ? { againInMs: 4_000 } : undefined;
  };
  const worker = working(queue.work({ round }, { maxAttempts: 1, onError }));
  await queue.send(message);
  for (let second = 0; second < 10; second += 1) {
    await worker.idle();
    clock.advance(1000);
  }
  expect(at).toEqual(['00', '04', '08']);
});

test('a new worker takes over at once what an earlier process left in hand', async () => {
  const crashed = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const lost = queueOf();
  const first = lost.work(
    {
      round: async () => {
        reached.resolve();
        await crashed.promise;
      },
    },
    { worker: 'before the crash', onError },
  );
  await lost.send(message);
  await reached.promise;

  const resumed: string[] = [];
  const next = queueOf().work(
    { round: async ({ id }) => void resumed.push(id) },
    { worker: 'after it', onError },
  );
  await working(next).idle();
  expect(resumed).toEqual(['m']);

  // The one thought dead may end after all: it must neither fail nor take the message out a second time.
  await queueOf().send(message);
  await next.idle();
  crashed.resolve();
  await first.stop();
  expect(resumed).toEqual(['m', 'm']);
  expect(errors).toEqual([]);
});

test('buries a message whose every delivery took the process with it', async () => {
  const never = Promise.withResolvers<void>();
  for (const process of ['first', 'second']) {
    const reached = Promise.withResolvers<void>();
    const queue = queueOf();
    await queue.send(message);
    working(
      queue.work(
        {
          round: async () => {
            reached.resolve();
            await never.promise;
          },
        },
        { worker: process, maxAttempts: 2, onError },
      ),
    );
    await reached.promise;
  }
  const queue = queueOf();
  const third = working(queue.work({}, { worker: 'third', maxAttempts: 2, onError }));
  await third.idle();
  expect(await queue.deadLetters.all()).toMatchObject([
    { message, error: 'The worker stopped during delivery 2' },
  ]);
  never.resolve();
});

test('renews its lease while the handler works', async () => {
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const queue = queueOf();
  const options = { leaseMs: 30, pollMs: 5, onError };
  let deliveries = 0;
  const round = async () => {
    deliveries += 1;
    reached.resolve();
    await gate.promise;
  };
  const worker = working(queue.work({ round }, options));
  await queue.send(message);
  await reached.promise;
  for (let turn = 0; turn < 10; turn += 1) {
    clock.advance(15);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const [item] = (await fresh.table.query({ index: 'gsi1', pk: 'QUEUE_DUE' })).items;
  expect(item?.index.gsi1?.sk.localeCompare(clock.now())).toBe(1);
  gate.resolve();
  await worker.idle();
  expect(deliveries).toBe(1);
});

test('stopping asks for what is in hand: what is let go of the next worker has at once', async () => {
  const reached = Promise.withResolvers<void>();
  const queue = queueOf();
  const round = async (_: unknown, signal: AbortSignal) => {
    reached.resolve();
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    return { againInMs: 0 };
  };
  const worker = queue.work({ round }, { onError });
  await queue.send(message);
  await reached.promise;
  await worker.stop();
  const ended: string[] = [];
  const next = queueOf().work({ round: async ({ id }) => void ended.push(id) }, { onError });
  await working(next).idle();
  expect(ended).toEqual(['m']);
});

test('stopping waits for what is in hand and takes nothing new', async () => {
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const ended: string[] = [];
  const queue = queueOf();
  const round = async ({ id }: { id: string }) => {
    reached.resolve();
    await gate.promise;
    ended.push(id);
  };
  const worker = queue.work({ round }, { onError });
  await queue.send(message);
  await reached.promise;
  const stopping = worker.stop();
  await queue.send({ ...message, id: 'next' });
  gate.resolve();
  await stopping;
  expect(ended).toEqual(['m']);
  await working(queueOf().work({ round }, { onError })).idle();
  expect(ended).toEqual(['m', 'next']);
});

test('a dead message that is revived has all its attempts again; one that is given up is gone', async () => {
  let isMended = false;
  const taken: string[] = [];
  const queue = queueOf();
  const handler = async ({ id }: { id: string }) => {
    if (!isMended) throw new Error('again');
    taken.push(id);
  };
  const worker = working(queue.work({ round: handler }, { maxAttempts: 1, onError }));
  for (const id of ['one', 'two']) await queue.send({ ...message, id });
  await worker.idle();
  const [one, two] = await queue.deadLetters.all();
  if (one === undefined || two === undefined) throw new Error('nothing is dead');
  isMended = true;
  expect(await queue.deadLetters.revive(one)).toBe(true);
  expect(await queue.deadLetters.revive(one)).toBe(false);
  expect(await queue.deadLetters.giveUp(two)).toBe(true);
  await worker.idle();
  expect(taken).toEqual([one.message.id]);
  expect(await queue.deadLetters.all()).toEqual([]);
});
