import { seeds, type SeedName } from '../../infra/local/seed/seeds.ts';
import { startServer } from '../../infra/local/server.ts';
import { movingClock } from './clock.ts';

const isSeed = (name: string): name is SeedName => Object.hasOwn(seeds, name);

/**
 * The local server in a process of its own: `serve.ts DATA_DIR SEED [SITE [built [INSTANT]]]`; prints its address once it answers.
 * The site is built first, unless it was already. Its clock begins at the instant, and what follows from the seed is done.
 */
const [dataDir = '', seed = 'none', site, built, instant] = process.argv.slice(2);
if (!isSeed(seed)) throw new Error(`there is no seed ${seed}`);
const { origin, settled } = await startServer({
  port: 0,
  dataDir,
  seed,
  site: { root: site ?? dataDir, build: site !== undefined && built === undefined },
  passwordCost: 2 ** 10,
  ...(instant !== undefined && { clock: movingClock(instant) }),
});
if (instant !== undefined) await settled();
process.stdout.write(`${origin}\n`);
