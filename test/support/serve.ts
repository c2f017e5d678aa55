import { startServer } from '../../infra/local/server.ts';

/** The local server on the folder given as argument, without a site; prints its address once it answers. */
const [dataDir = ''] = process.argv.slice(2);
const { origin } = await startServer({
  port: 0,
  dataDir,
  seed: 'coordinators',
  site: { root: dataDir, build: false },
});
process.stdout.write(`${origin}\n`);
