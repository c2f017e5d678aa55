import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Order, Outcome } from './order.ts';

/** A second process that puts load on a server: what it works does not hold the server up. */
export const startLoad = () => {
  const child = fork(join(import.meta.dirname, 'visitors.ts'), { execArgv: [] });
  const gone = once(child, 'exit').then((): never => {
    throw new Error('The process of the load has ended.');
  });
  gone.catch(() => {});
  return {
    carryOut: async (order: Order): Promise<Outcome> => {
      const answered = once(child, 'message');
      child.send(order);
      const [outcome] = await Promise.race([answered, gone]);
      return Outcome.parse(outcome);
    },
    stop: (): void => void child.kill(),
  };
};
export type Load = ReturnType<typeof startLoad>;
