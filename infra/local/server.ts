import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../functions/app.ts';
import type { Clock } from '../../functions/clock/clock.ts';
import { systemClock } from '../../functions/clock/system.ts';
import type { Deps } from '../../functions/deps.ts';
import { accountRemoval } from '../../functions/identity/account-removal.ts';
import { accountsIn } from '../../functions/identity/accounts.ts';
import { createIssuer } from '../../functions/identity/issuer/issuer.ts';
import { keysIn, publicJwks } from '../../functions/identity/keys.ts';
import { oidcVerifier } from '../../functions/identity/verifier.ts';
import type { Post } from '../../functions/webhook/post.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import { buildWeb } from '../../web/build.ts';
import { listenOn } from './listen.ts';
import { embeddedPorts, type Running } from './ports.ts';
import type { LocalRecord } from './record.ts';
import type { SearchEngine } from './search.ts';
import { type SeedName, seeds } from './seed/seeds.ts';
import { createSite } from '../../functions/pages/site.ts';

export interface ServerOptions {
  /** 0 takes a free port. */
  port: number;
  dataDir: string;
  /** Written once, into a record that is still empty. */
  seed: SeedName;
  /** What the product goes by; the machine's unless told. */
  clock?: Clock;
  /** Where the built site is; it is built there at the start unless told otherwise. */
  site?: { root: string; build: boolean };
  log?: Deps['log'];
  /** What answers searches; the evaluator in memory unless told. */
  engine?: SearchEngine;
  /** Where the record is kept; one SQLite file unless told. */
  record?: LocalRecord;
  /** What sends to partners' endpoints; addresses of the public internet alone unless told. */
  post?: Post;
  /** scrypt's N for passwords set here; only a server of made-up people may lower it. */
  passwordCost?: number;
}

export interface RunningServer {
  origin: string;
  deps: Deps;
  settled: Running['settled'];
  tick: Running['tick'];
  stop(): Promise<void>;
}

const answerOf = async (response: Response) => ({ status: response.status, body: await response.json() });

const printLine: Deps['log'] = (entry) => console.error(JSON.stringify(entry));

/** The whole system in one process: API, issuer, site, and what runs on events. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { dataDir, clock = systemClock, log = printLine } = options;
  const site = options.site ?? { root: join(import.meta.dirname, '../../dist/web'), build: true };
  for (const folder of [dataDir, site.root]) await mkdir(folder, { recursive: true });
  if (site.build) await buildWeb({ outdir: site.root, minify: true });

  const server = createServer();
  // The address is needed before everything else is there; who asks meanwhile is told to come back.
  const starting = (_: IncomingMessage, response: ServerResponse): void =>
    void response.writeHead(503, { 'Retry-After': '5' }).end('Starting. Try again in a few seconds.\n');
  server.on('request', starting);
  const port = await listenOn(server, options.port);
  const origin = `http://localhost:${port}`;
  const [issuer, audience] = [`${origin}/oidc`, `${origin}/v1`];

  const keys = await keysIn(join(dataDir, 'keys.json'));
  // Sessions and passwords stay out of the record and of its change feed. They go by the machine's clock, as tokens do.
  const identityTable = openSqliteTable({ file: join(dataDir, 'identity.sqlite'), clock: systemClock });
  const accounts = accountsIn({
    table: identityTable,
    clock: systemClock,
    ...(options.passwordCost !== undefined && { cost: options.passwordCost }),
  });
  const identity = oidcVerifier({ issuer, audience, jwks: publicJwks(keys) });
  const ports = embeddedPorts({
    dataDir,
    clock,
    identity,
    log,
    site: origin,
    accounts: accountRemoval(identityTable, accounts),
    ...(options.engine && { engine: options.engine }),
    ...(options.record && { record: options.record }),
    ...(options.post && { post: options.post }),
  });
  const demoAccounts = await seeds[options.seed](ports.deps, accounts);

  const onError = (error: unknown): void =>
    log({ level: 'error', event: 'issuer_error', error: String(error) });
  const oidc = createIssuer({
    issuer,
    audience,
    origins: [origin],
    accounts,
    keys,
    table: identityTable,
    clock: systemClock,
    demoAccounts,
    onError,
  });
  const app = createApp(ports.deps);
  const api = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const pages = getRequestListener(
    createSite({
      root: site.root,
      config: { issuer, clientId: 'web', audience, mailbox: true },
      ...(existsSync(join(site.root, 'plain')) && {
        content: { origin, ask: async (url) => answerOf(await app.request(url)) },
      }),
      onError: (error) => log({ level: 'error', event: 'document_error', error: String(error) }),
    }).fetch,
    { overrideGlobalObjects: false },
  );
  const incoming = getRequestListener(ports.takePost, { overrideGlobalObjects: false });
  const running = await ports.start();
  server.off('request', starting);
  server.on('request', (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/oidc')) oidc.listener(request, response);
    else if (path.startsWith('/v1')) void api(request, response);
    else if (path === '/incoming' && request.method === 'POST') void incoming(request, response);
    else void pages(request, response);
  });

  return {
    origin,
    deps: ports.deps,
    settled: running.settled,
    tick: running.tick,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await running.stop();
      ports.close();
      identityTable.close();
    },
  };
};
