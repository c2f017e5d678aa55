import * as z from 'zod';
import { dayIn } from '../../../functions/clock/day-in.ts';
import { everyCycle } from '../../../functions/cycle/store.ts';
import type { Deps } from '../../../functions/deps.ts';
import type { Accounts } from '../../../functions/identity/accounts.ts';
import { coordinators, type DemoAccount, demoAccounts, demoPassword } from './accounts.ts';
import { seedDemo } from './demo.ts';
import { zone } from './season.ts';

/** Fills a record that is still empty; gives the accounts that the sign-in page offers. */
type Seed = (deps: Deps, accounts: Accounts) => Promise<DemoAccount[]>;

const markKey = { pk: 'SEED', sk: 'SEED' };
const Mark = z.object({ state: z.enum(['begun', 'done']) });
const mark = (deps: Deps, state: 'begun' | 'done'): Promise<void> =>
  deps.table.write([
    {
      put: {
        ...markKey,
        body: { state },
        stamp: { by: 'system:seed', action: `seed.${state}`, at: deps.clock.now() },
      },
    },
  ]);
const markOf = async (deps: Deps) => {
  const item = await deps.table.get(markKey);
  return item && Mark.parse(item.body).state;
};

/** Nobody has set up a cycle, and without one nothing else can be written. */
const isEmpty = async ({ table }: Deps): Promise<boolean> =>
  (await table.query({ ...everyCycle, limit: 1 })).items.length === 0;

/** An earlier start was cut off while it seeded; nobody has worked on what it left. */
export class HalfSeeded extends Error {
  override name = 'HalfSeeded';
}

/** What a record can begin with. */
export const seeds = {
  none: async () => [],
  coordinators: async (_deps, accounts) => {
    await accounts.createAll(coordinators, demoPassword);
    return [...coordinators];
  },
  demo: async (deps, accounts) => {
    const state = await markOf(deps);
    if (state === undefined && (await isEmpty(deps))) {
      await mark(deps, 'begun');
      await seedDemo(deps, accounts, { today: dayIn(zone, deps.clock.now()) });
      await mark(deps, 'done');
    } else if (state === 'begun') throw new HalfSeeded();
    return [...demoAccounts];
  },
} satisfies Record<string, Seed>;
export type SeedName = keyof typeof seeds;
