import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, type ServerOptions, startServer } from './server.ts';

/** The folder of a temporary server's site that is built for it. */
const siteIn = (dataDir: string, build: boolean) => ({ root: join(dataDir, 'site'), build });

/** Works with a server of one's own: on a free port, in a folder that is gone afterwards, with a site only when asked. */
export const withTemporaryServer = async <T>(
  { site, ...options }: Omit<ServerOptions, 'port' | 'dataDir' | 'site'> & { site: boolean },
  work: (server: RunningServer) => Promise<T>,
): Promise<T> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'marketplace-'));
  try {
    const server = await startServer({ ...options, port: 0, dataDir, site: siteIn(dataDir, site) });
    try {
      return await work(server);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true });
  }
};
