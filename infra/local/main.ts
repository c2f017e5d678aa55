import { systemClock } from '../../functions/clock/system.ts';
import { Unusable } from '../../functions/errors.ts';
import { httpsPost } from '../../functions/webhook/https-post.ts';
import { optionsOf, portAsked } from '../command-line.ts';
import { dynamoDbRecord, usualTable } from './record.ts';
import { demoAccounts } from './seed/accounts.ts';
import { HalfSeeded } from './seed/seeds.ts';
import { dataDir } from './record-at.ts';
import { openSearchEngine } from './search.ts';
import { startServer } from './server.ts';
import { serviceAt } from './services/at.ts';
import { ServiceUnavailable } from './services/service.ts';

/** `npm start`, or `npm start -- --real` with the record in DynamoDB and the search in OpenSearch. */
const { real } = optionsOf('Usage: npm start [-- --real]', {
  options: { real: { type: 'boolean', default: false } },
}).values;
const port = portAsked();

/** Partners' endpoints on this machine or in its network, over plain HTTP too: only when it is asked for. */
const post = httpsPost({ allowPrivate: process.env.WEBHOOKS_TO_PRIVATE === '1' });

const explain = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${port} is in use. Choose another one: PORT=8081 npm start`;
  if (error instanceof HalfSeeded)
    return `The first start was cut off while it wrote the seeded cycle. Delete the folder ${dataDir} and start again.`;
  if (error instanceof ServiceUnavailable || error instanceof Unusable) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const realServices = async () => {
  const endpoint = await serviceAt('dynamo-db');
  return {
    engine: openSearchEngine({ url: await serviceAt('open-search'), clock: systemClock }),
    record: await dynamoDbRecord({ endpoint, table: usualTable, clock: systemClock }),
  };
};

try {
  const services = real ? await realServices() : {};
  const server = await startServer({ port, dataDir, seed: 'demo', post, ...services });
  console.log(`\n  Open ${server.origin}\n\n  Sign in as`);
  for (const { email, password, role } of demoAccounts)
    console.log(`    ${role.padEnd(12)} ${email.padEnd(34)} password: ${password}`);
  console.log(`\n  API reference ${server.origin}/api, data in ${dataDir}. Ctrl+C stops.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
