import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { sqsDeadLetters } from '../../functions/queue/sqs-dead-letters.ts';
import { sqsDelivery } from '../../functions/queue/sqs-delivery.ts';
import { queueContract } from '../contract/queue.ts';
import { serviceUrl } from '../support/service.ts';
import { pollQueue } from '../../infra/local/lambda/queue-source.ts';
import { emptyQueue, workOnQueue } from '../support/sqs.ts';

const url = serviceUrl('sqs');
const message = { id: 'm', topic: 'round', payload: {} };

describe.skipIf(url === undefined)('SQS', () => {
  queueContract('a queue', async (handlers) => {
    const queue = await emptyQueue(url ?? '');
    const worker = workOnQueue(queue, handlers);
    return {
      queue: queue.queue,
      deadLetters: sqsDeadLetters(queue),
      idle: worker.idle,
      close: async () => {
        await worker.stop();
        queue.close();
      },
    };
  });

  test('hides a message for as long as a handler works on it', async () => {
    let deliveries = 0;
    const round = async () => {
      deliveries += 1;
      await setTimeout(5_000);
    };
    const queue = await emptyQueue(url ?? '');
    const delivery = sqsDelivery({ ...queue, handlers: { round }, heldSeconds: 2, onError: () => {} });
    const worker = pollQueue(queue, delivery);
    await queue.queue.send(message);
    await worker.idle();
    expect(deliveries).toBe(1);
    await worker.stop();
    queue.close();
  });

  test('the command lists, shows, replays and drops the dead letters of a queue', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'dead-letters-'));
    const queue = await emptyQueue(url ?? '');
    const failing = workOnQueue(queue, { round: () => Promise.reject(new Error('never')) });
    for (const id of ['one', 'two']) await queue.queue.send({ ...message, id });
    await failing.idle();
    await failing.stop();
    const run = async (...args: string[]): Promise<string> => {
      const command = ['infra/local/dead-letters.ts', ...args, '--queue-url', queue.queueUrl];
      const env = { ...process.env, DATA_DIR: dataDir };
      return (await promisify(execFile)(process.execPath, command, { env })).stdout;
    };
    expect(await run()).toMatch(/^queue\/(one|two) {2}20.*round.*\nqueue\/(one|two) .*\n2 in all\.\n$/);
    expect(JSON.parse(await run('show', 'queue/two'))).toMatchObject({ message: { ...message, id: 'two' } });
    expect(await run('replay', 'queue/one')).toContain('given to its consumer again');
    expect(await run('drop', 'queue/two')).toContain('given up');
    expect(await run()).toBe('There is none.\n');
    const taken: string[] = [];
    const mended = workOnQueue(queue, { round: async ({ id }) => void taken.push(id) });
    await mended.idle();
    await mended.stop();
    expect(taken).toEqual(['one']);
    queue.close();
    await rm(dataDir, { recursive: true });
  });
});
