import type { Deps } from '../../../functions/deps.ts';
import type { Accounts } from '../../../functions/identity/accounts.ts';
import { coordinators, type DemoAccount, demoAccounts, demoPassword } from './accounts.ts';
import { dayIn } from './days.ts';
import { seedDemo } from './demo.ts';
import { zone } from './season.ts';

/** Fills a record that is still empty; gives the accounts that the sign-in page offers. */
type Seed = (deps: Deps, accounts: Accounts) => Promise<DemoAccount[]>;

/** What a record can begin with. */
export const seeds = {
  none: async () => [],
  coordinators: async (_deps, accounts) => {
    await accounts.createAll(coordinators, demoPassword);
    return [...coordinators];
  },
  demo: async (deps, accounts) => {
    const begun = await deps.table.changes(0, 1);
    if (begun.length === 0) await seedDemo(deps, accounts, { today: dayIn(zone, deps.clock.now()) });
    return [...demoAccounts];
  },
} satisfies Record<string, Seed>;
export type SeedName = keyof typeof seeds;
