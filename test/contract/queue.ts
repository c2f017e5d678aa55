import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DeadLetters, Message, MessageHandler, Queue } from '../../functions/queue/queue.ts';

export interface RunningQueue {
  queue: Queue;
  deadLetters: DeadLetters;
  /** Resolves when nothing that is due is left to deliver. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** What every adapter of the queue port must do. The adapter retries without a pause and gives up after 3 deliveries. */
export function queueContract(
  name: string,
  makeAdapter: (handlers: Record<string, MessageHandler>) => Promise<RunningQueue>,
): void {
  describe(`queue contract: ${name}`, () => {
    const delivered: Message[] = [];
    let running: RunningQueue;

    beforeAll(async () => {
      running = await makeAdapter({
        note: async (message) => {
          delivered.push(message);
        },
        fiveTimes: async (message) => {
          delivered.push(message);
          return delivered.length < 5 ? { againInMs: 0 } : undefined;
        },
        failTwice: async (message) => {
          delivered.push(message);
          if (delivered.length < 3) throw new Error('not yet');
        },
        fail: async (message) => {
          delivered.push(message);
          throw new Error('never');
        },
      });
    });
    afterAll(() => running.close());
    beforeEach(() => {
      delivered.length = 0;
    });

    test('delivers a message whole to the handler of its topic', async () => {
      const message = { id: 'm1', topic: 'note', payload: { text: '发布', list: [1, { a: null }] } };
      await running.queue.send(message);
      await running.idle();
      expect(delivered).toEqual([message]);
    });

    test('delivers every one of many', async () => {
      const ids = Array.from({ length: 30 }, (_, at) => `many-${at}`);
      await Promise.all(ids.map((id) => running.queue.send({ id, topic: 'note', payload: {} })));
      await running.idle();
      expect(delivered.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    });

    test('delivers again what is sent again after its end', async () => {
      const message = { id: 'again', topic: 'note', payload: {} };
      await running.queue.send(message);
      await running.idle();
      await running.queue.send(message);
      await running.idle();
      expect(delivered).toEqual([message, message]);
    });

    test('delivers again, as often as it takes, what a handler lets go of before its end', async () => {
      const message = { id: 'long', topic: 'fiveTimes', payload: { of: 'five' } };
      await running.queue.send(message);
      await running.idle();
      expect(delivered).toEqual([message, message, message, message, message]);
      expect(await running.deadLetters.all()).toEqual([]);
    });

    test('tries again after a failure', async () => {
      await running.queue.send({ id: 'later', topic: 'failTwice', payload: {} });
      await running.idle();
      expect(delivered.map(({ id }) => id)).toEqual(['later', 'later', 'later']);
      expect(await running.deadLetters.all()).toEqual([]);
    });

    test('keeps as dead letters what fails to the last and what nobody takes', async () => {
      const failing = { id: 'dead', topic: 'fail', payload: { a: 1 } };
      const unknown = { id: 'unknown', topic: 'nobody', payload: {} };
      await running.queue.send(failing);
      await running.queue.send(unknown);
      await running.idle();
      expect(delivered).toHaveLength(3);
      const letters = await running.deadLetters.all();
      expect(letters.map(({ message }) => message)).toEqual(expect.arrayContaining([failing, unknown]));
      expect(letters).toHaveLength(2);
    });

    test('delivers a dead letter again when it is revived, and never when it is given up', async () => {
      const letters = await running.deadLetters.all();
      const [dead, unknown] = ['dead', 'unknown'].map((id) =>
        letters.find(({ message }) => message.id === id),
      );
      if (dead === undefined || unknown === undefined) throw new Error('nothing is dead');
      expect(await running.deadLetters.revive(dead)).toBe(true);
      expect(await running.deadLetters.giveUp(unknown)).toBe(true);
      expect(await running.deadLetters.revive(dead)).toBe(false);
      await running.idle();
      expect(delivered.map(({ id }) => id)).toEqual(['dead', 'dead', 'dead']);
      expect((await running.deadLetters.all()).map(({ message }) => message.id)).toEqual(['dead']);
    });
  });
}
