import { join } from 'node:path';
import { demoAccounts } from './seed/accounts.ts';
import { HalfSeeded } from './seed/seeds.ts';
import { startServer } from './server.ts';

const port = Number(process.env.PORT ?? 8080);
const dataDir = process.env.DATA_DIR ?? join(import.meta.dirname, '../../.data');

const explain = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${port} is in use. Choose another one: PORT=8081 npm start`;
  if (error instanceof HalfSeeded)
    return `The first start was cut off while it wrote the seeded cycle. Delete the folder ${dataDir} and start again.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

try {
  const server = await startServer({ port, dataDir, seed: 'demo' });
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
