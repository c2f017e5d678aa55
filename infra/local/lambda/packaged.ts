import { createServer } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import type { Files } from '../../../functions/files/files.ts';
import { createIssuer } from '../../../functions/identity/issuer/issuer.ts';
import { newIssuerKeys } from '../../../functions/identity/keys.ts';
import { accountsIn } from '../../../functions/identity/accounts.ts';
import { systemClock } from '../../../functions/clock/system.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import { buildWeb } from '../../../web/build.ts';
import type { Settings } from '../../cloud/settings.ts';
import { coordinators, demoPassword } from '../seed/accounts.ts';
import type { ServiceName } from '../services/service.ts';
import { assemble } from './assembly.ts';
import { gatewayTo } from './gateway.ts';
import { listenOn } from '../listen.ts';
import { pollQueue } from './queue-source.ts';
import { makeResources, region } from './resources.ts';
import { type RunningFunction, startFunction } from './runtime.ts';
import { streamSource } from './stream-source.ts';

const Delivered = z.object({ Records: z.array(z.object({ messageId: z.string() })) });
const Failures = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

export interface PackagedOptions {
  /** An empty folder for what is made on the way. */
  folder: string;
  services: Readonly<Record<ServiceName, string>>;
  /** The program of the runtime interface client. */
  client: string;
  /** 0 takes a free port. */
  port: number;
  onOutput: (text: string) => void;
  passwordCost?: number;
  /** Where documents are searched: in a domain, unless in the functions themselves. */
  search?: Settings['search'];
}

export interface RunningPackaged {
  origin: string;
  /** What is kept in the bucket. */
  files: Files;
  /** Another process of a function, which the caller sets off and stops. */
  start: (path: string, environment?: Readonly<Record<string, string>>) => Promise<RunningFunction>;
  /** How many letters were sent. */
  letters: () => number;
  /** Records and messages that nobody could take. */
  givenUp: readonly string[];
  initMs: () => Readonly<Record<string, number | undefined>>;
  /** Resolves when streams and queues hold nothing more. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * The deployment's own bundles under the runtime interface client, with an HTTP API, a stream, a queue and a clock that
 * set them off as the cloud does, on real services of this machine.
 */
export const startPackaged = async (options: PackagedOptions): Promise<RunningPackaged> => {
  const { folder, services, client, onOutput, search = 'domain' } = options;
  const clock = systemClock;
  const server = createServer();
  const port = await listenOn(server, options.port);
  const origin = `http://localhost:${port}`;
  const [issuer, audience] = [`${origin}/oidc`, `${origin}/v1`];

  const site = join(folder, 'site');
  await buildWeb({ outdir: site, minify: true });
  const assembly = assemble({ outdir: join(folder, 'cdk.out'), site, search });

  const resources = await makeResources(services, { name: `packaged-${port}`, clock, search });
  const { sqs, queueUrl, deliveryQueueUrl, streams, streamArn, endpoints } = resources;
  const variables = {
    ...resources.variables,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    SITE_URL: origin,
    SITE_CONFIG: JSON.stringify({ issuer, clientId: 'web', audience }),
    OTHER_ORIGINS: origin,
  };
  const start = async (path: string, processes = 1, more = {}): Promise<RunningFunction> => {
    const packaged = assembly.functionAt(path, variables);
    const environment = { ...packaged.environment, ...endpoints, ...more };
    return startFunction({ ...packaged, environment }, { client, processes, region, onOutput });
  };
  const functions = {
    answers: await start('Answers/Handler', 2),
    print: await start('Print/Handler'),
    pages: await start('Pages/Handler'),
    jobs: await start('Events/JobWorker'),
    deliveries: await start('Events/DeliveryWorker'),
    records: await start('Events/RecordChanges'),
    ...(search === 'domain' && { search: await start('Events/SearchChanges') }),
    clock: await start('Events/Clock'),
  };

  const keys = await newIssuerKeys();
  const identityTable = openSqliteTable({ file: join(folder, 'identity.sqlite'), clock });
  const accounts = accountsIn({
    table: identityTable,
    clock,
    ...(options.passwordCost !== undefined && { cost: options.passwordCost }),
  });
  await accounts.createAll(coordinators, demoPassword);
  const oidc = createIssuer({
    issuer,
    audience,
    origins: [origin],
    accounts,
    keys,
    table: identityTable,
    clock,
    onError: (error) => onOutput(`issuer: ${String(error)}\n`),
  });
  const gateway = gatewayTo(functions, {
    routes: assembly.routes,
    issuer,
    audience,
    jwks: `${issuer}/jwks`,
  });
  server.on('request', (request, response) => {
    if ((request.url ?? '/').startsWith('/oidc')) oidc.listener(request, response);
    else void gateway(request, response);
  });

  const givenUp: string[] = [];
  const follow = (follower: RunningFunction, who: string) =>
    streamSource({
      streams,
      streamArn,
      follower,
      giveUp: (records) => givenUp.push(...records.map(({ eventID }) => `${who}: ${eventID}`)),
    });
  // One message at a time, as the deployment says; a worker that fails has taken none of them out.
  const poll = (url: string, worker: RunningFunction) =>
    pollQueue({ client: sqs, queueUrl: url, batch: 1 }, async (event) => {
      const { Records } = Delivered.parse(event);
      return worker.invoke(event).then(
        (answer) => Failures.parse(answer),
        () => ({ batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) }),
      );
    });
  const queues = [poll(queueUrl, functions.jobs), poll(deliveryQueueUrl, functions.deliveries)];
  const anyHolds = async (): Promise<boolean> =>
    (await Promise.all(queues.map((queue) => queue.holds()))).includes(true);
  const sources = [
    follow(functions.records, 'records'),
    ...(functions.search ? [follow(functions.search, 'search')] : []),
  ];
  const quiet = sources.map(() => 0);
  let stopped = false;
  const turns = sources.map(async (step, at) => {
    while (!stopped) {
      const found = await step().catch((error: unknown) => {
        onOutput(`source: ${String(error)}\n`);
        return true;
      });
      quiet[at] = found ? 0 : (quiet[at] ?? 0) + 1;
      if (!found) await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  const ticks = setInterval(() => void functions.clock.invoke({}).catch(() => {}), 10_000);

  const settled = async (): Promise<void> => {
    quiet.fill(0);
    while (quiet.some((turnsOfNothing) => turnsOfNothing < 3) || (await anyHolds()))
      await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const stop = async (): Promise<void> => {
    stopped = true;
    clearInterval(ticks);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await Promise.all([...turns, ...queues.map((queue) => queue.stop())]);
    await Promise.all(Object.values(functions).map((running) => running.stop()));
    await resources.close();
    identityTable.close();
  };
  return {
    origin,
    files: resources.files,
    start: (path, environment) => start(path, 1, environment),
    letters: resources.letters,
    givenUp,
    initMs: () =>
      Object.fromEntries(Object.entries(functions).map(([of, running]) => [of, running.initMs()])),
    settled,
    stop,
  };
};
