import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Message, MessageHandler, Queue } from '../../functions/queue/queue.ts';

export interface RunningQueue {
  queue: Queue;
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
    let gate = Promise.withResolvers<void>();
    let running: RunningQueue;

    beforeAll(async () => {
      running = await makeAdapter({
        note: async (message) => {
          delivered.push(message);
        },
        wait: async (message) => {
          delivered.push(message);
          await gate.promise;
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
      gate = Promise.withResolvers();
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

    test('delivers once what is sent again while it is worked on, and again when it is sent after that', async () => {
      const message = { id: 'again', topic: 'wait', payload: {} };
      await running.queue.send(message);
      await expect.poll(() => delivered.length).toBe(1);
      await running.queue.send(message);
      gate.resolve();
      await running.idle();
      expect(delivered).toHaveLength(1);
      await running.queue.send(message);
      await running.idle();
      expect(delivered).toHaveLength(2);
    });

    test('tries again after a failure', async () => {
      await running.queue.send({ id: 'later', topic: 'failTwice', payload: {} });
      await running.idle();
      expect(delivered.map(({ id }) => id)).toEqual(['later', 'later', 'later']);
      expect(await running.queue.deadLetters()).toEqual([]);
    });

    test('keeps as dead letters what fails to the last and what nobody takes', async () => {
      const failing = { id: 'dead', topic: 'fail', payload: { a: 1 } };
      const unknown = { id: 'unknown', topic: 'nobody', payload: {} };
      await running.queue.send(failing);
      await running.queue.send(unknown);
      await running.idle();
      expect(delivered).toHaveLength(3);
      const letters = await running.queue.deadLetters();
      expect(letters.map(({ message }) => message)).toEqual(expect.arrayContaining([failing, unknown]));
      expect(letters.find(({ message }) => message.id === 'dead')?.error).toBe('never');
    });

    test('holds a message back until its time', async () => {
      await running.queue.send({
        id: 'future',
        topic: 'note',
        payload: {},
        notBefore: '2999-01-01T00:00:00.000Z',
      });
      await running.queue.send({
        id: 'past',
        topic: 'note',
        payload: {},
        notBefore: '2020-01-01T00:00:00.000Z',
      });
      await running.idle();
      expect(delivered.map(({ id }) => id)).toEqual(['past']);
    });
  });
}
