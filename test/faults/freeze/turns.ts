import { setImmediate } from 'node:timers/promises';
import type { Table } from '../../../functions/table/table.ts';
import type { Random } from '../../../infra/local/seed/random.ts';

/**
 * Lets one call of the table happen at a time, of whichever of those that wait chance picks: an interleaving that can be
 * played again. The calls themselves must need no time of their own, as those of SQLite.
 */
export const turnsBy = (random: Random) => {
  const waiting: (() => void)[] = [];
  const turn = (): Promise<void> => new Promise((resolve) => void waiting.push(resolve));
  return {
    /** Lets so many turns go by. */
    late: async (count: number): Promise<void> => {
      for (let at = 0; at < count; at += 1) await turn();
    },
    /** The table as one of those sees it who work side by side; told of each write that is done. */
    gated: (table: Table, wrote: () => void = () => {}): Table => ({
      get: async (key) => (await turn(), table.get(key)),
      query: async (query) => (await turn(), table.query(query)),
      changes: async (after, limit) => (await turn(), table.changes(after, limit)),
      write: async (operations) => {
        await turn();
        await table.write(operations);
        wrote();
      },
    }),
    /** Gives turns until all that were begun have ended. */
    play: async (begun: readonly Promise<unknown>[]): Promise<void> => {
      let ended = false;
      const all = Promise.allSettled(begun).then(() => (ended = true));
      while (!ended) {
        await setImmediate();
        waiting.splice(random.int(0, Math.max(0, waiting.length - 1)), 1)[0]?.();
      }
      await all;
    },
  };
};
