import { writeFile } from 'node:fs/promises';
import { startServer } from '../../infra/local/server.ts';
import { preparedIn } from './prepared-site.ts';

/** Seeds a record, lets everything follow from it, and builds the site: `prepare-site.ts FOLDER`. */
const [folder = ''] = process.argv.slice(2);
const { data, site, ready } = preparedIn(folder);
const server = await startServer({
  port: 0,
  dataDir: data,
  seed: 'demo',
  site: { root: site, build: true },
  passwordCost: 2 ** 10,
});
await server.settled();
await server.stop();
await writeFile(ready, '');
