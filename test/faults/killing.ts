import type { Deps } from '../../functions/deps.ts';
import type { Table } from '../../functions/table/table.ts';

/** Where a process dies: at its n-th call of a port, before the port has it or when it has been done. */
export interface Point {
  call: number;
  when: 'before' | 'after';
}

/** Counts every call of a port, and dies as by kill -9 at one of them: nothing runs after it, not even this process. */
export const killingAt = (deps: Deps, point: Point | undefined): { deps: Deps; calls: () => number } => {
  let calls = 0;
  const counted =
    <Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      calls += 1;
      const isHere = calls === point?.call;
      if (isHere && point.when === 'before') process.kill(process.pid, 'SIGKILL');
      const result = await ask(...args);
      if (isHere) process.kill(process.pid, 'SIGKILL');
      return result;
    };
  const { table, files, search, queue, mail } = deps;
  return {
    calls: () => calls,
    deps: {
      ...deps,
      table: {
        get: counted((key) => table.get(key)),
        query: counted((query) => table.query(query)),
        write: counted((operations) => table.write(operations)),
        changes: counted((after, limit) => table.changes(after, limit)),
      },
      files: {
        put: counted((name, content) => files.put(name, content)),
        read: counted((name) => files.read(name)),
        remove: counted((name) => files.remove(name)),
        list: counted(() => files.list()),
      },
      search: { ...search, write: counted((writes) => search.write(writes)) },
      queue: { ...queue, send: counted((message) => queue.send(message)) },
      mail: { ...mail, send: counted((letter) => mail.send(letter)) },
    },
  };
};

/**
 * A table without transactions: each operation of a write by itself. The control that a crash run has to catch.
 * `within` is told before each operation that is not the first of its write.
 */
export const withoutTransactions = (table: Table, within: () => void): Table => ({
  get: (key) => table.get(key),
  query: (query) => table.query(query),
  changes: (after, limit) => table.changes(after, limit),
  write: async (operations) => {
    for (const [at, operation] of operations.entries()) {
      if (at > 0) within();
      await table.write([operation]);
    }
  },
});
