import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../functions/clock/clock.ts';
import { systemClock } from '../../functions/clock/system.ts';
import type { Accounts } from '../../functions/identity/accounts.ts';
import { accountsIn } from '../../functions/identity/accounts.ts';
import type { DemoAccount } from '../../functions/identity/issuer/forms.ts';
import { createIssuer } from '../../functions/identity/issuer/issuer.ts';
import type { IssuerKeys } from '../../functions/identity/keys.ts';
import { newIssuerKeys } from '../../functions/identity/keys.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import { listenOn } from '../../infra/local/listen.ts';

export interface RunningIssuer {
  origin: string;
  issuer: string;
  audience: string;
  accounts: Accounts;
  keys: IssuerKeys;
  /** A new issuer on the same address, keys and table, as after the end of the process. */
  restart(): Promise<void>;
  /** Fails when the issuer had an error of its own on the way. */
  stop(): Promise<void>;
}

/** Cheap password hashing, for tests only. */
export const testCost = 2 ** 10;

/** The real issuer on a free port of this machine, with its table in a folder of its own. */
export async function startIssuer(
  options: { demoAccounts?: DemoAccount[]; clock?: Clock } = {},
): Promise<RunningIssuer> {
  const { demoAccounts = [], clock = systemClock } = options;
  const folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  const table = openSqliteTable({ file: join(folder, 'identity.sqlite') });
  const accounts = accountsIn({ table, clock, cost: testCost });
  const keys = await newIssuerKeys();
  const errors: unknown[] = [];
  for (const account of demoAccounts) await accounts.create(account);

  const server = createServer();
  const port = await listenOn(server, 0);
  const origin = `http://localhost:${port}`;
  const issuer = `${origin}/oidc`;
  const audience = `${origin}/v1`;
  const onError = (error: unknown): void => {
    errors.push(error);
  };
  const start = (): void => {
    const origins: [string] = [origin];
    const { listener } = createIssuer({
      issuer,
      origins,
      audience,
      accounts,
      keys,
      table,
      clock,
      demoAccounts,
      onError,
    });
    server.removeAllListeners('request').on('request', listener);
  };
  start();
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    table.close();
    rmSync(folder, { recursive: true });
    if (errors.length > 0) throw new AggregateError(errors, 'The issuer had errors');
  };
  return { origin, issuer, audience, accounts, keys, restart: async () => start(), stop };
}
