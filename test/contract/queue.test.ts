import { systemClock } from '../../functions/clock/system.ts';
import { tableQueue } from '../../functions/queue/table-queue.ts';
import { freshTable } from '../support/table.ts';
import { queueContract } from './queue.ts';

queueContract('in the table', async (handlers) => {
  const { table, close } = freshTable();
  const queue = tableQueue({ table, clock: systemClock });
  const worker = queue.work(handlers, { maxAttempts: 3, backoffMs: () => 0, onError: () => undefined });
  return {
    queue,
    deadLetters: queue.deadLetters,
    idle: () => worker.idle(),
    close: async () => {
      await worker.stop();
      await close();
    },
  };
});
