import type { Deps } from '../../../functions/deps.ts';
import type { Table } from '../../../functions/table/table.ts';

/** Where a process dies: at its n-th call of a port, before the port has it or when it has been done. */
export interface Point {
  call: number;
  when: 'before' | 'after';
}

/** Before and after each of some calls. */
export const aroundEach = (calls: readonly number[]): Point[] =>
  calls.flatMap((call): Point[] => [
    { call, when: 'before' },
    { call, when: 'after' },
  ]);

export const everyNth = <T>(list: readonly T[], n: number): T[] => list.filter((_, at) => at % n === 0);

/**
 * Counts every call of a port, and dies as by kill -9 at one of them: nothing runs after it, not even this process.
 * `changing` are those that may change what the port holds.
 */
export const killingAt = (deps: Deps, point: Point | undefined) => {
  let calls = 0;
  const changing: number[] = [];
  const counted =
    <Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>, changes: boolean) =>
    async (...args: Args): Promise<Result> => {
      calls += 1;
      if (changes) changing.push(calls);
      const isHere = calls === point?.call;
      if (isHere && point.when === 'before') process.kill(process.pid, 'SIGKILL');
      const result = await ask(...args);
      if (isHere) process.kill(process.pid, 'SIGKILL');
      return result;
    };
  const reading = <Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
    counted(ask, false);
  const writing = <Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
    counted(ask, true);
  const { table, files, search, queue, mail } = deps;
  return {
    calls: () => calls,
    changing,
    deps: {
      ...deps,
      table: {
        get: reading((key) => table.get(key)),
        query: reading((query) => table.query(query)),
        write: writing((operations) => table.write(operations)),
        changes: reading((after, limit) => table.changes(after, limit)),
      },
      files: {
        put: writing((name, content) => files.put(name, content)),
        read: reading((name) => files.read(name)),
        remove: writing((name) => files.remove(name)),
        list: reading(() => files.list()),
      },
      search: { ...search, write: writing((writes) => search.write(writes)) },
      queue: { ...queue, send: writing((message) => queue.send(message)) },
      mail: { ...mail, send: writing((letter) => mail.send(letter)) },
    } satisfies Deps,
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
