import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../functions/app.ts';
import type { Clock } from '../../functions/clock/clock.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Files } from '../../functions/files/files.ts';
import { embeddedPorts } from '../../infra/local/ports.ts';
import type { LocalRecord } from '../../infra/local/record.ts';
import type { SearchEngine } from '../../infra/local/search.ts';
import { type Ask, askBy, believing } from './caller.ts';
import { listenOn } from '../../infra/local/listen.ts';

export interface Live {
  ask: Ask;
  deps: Deps;
  /** What was logged as an error. */
  errors: string[];
  settled: () => Promise<void>;
  stop: () => Promise<void>;
}

/** The whole product with its events and its jobs, answering over HTTP; whoever calls is believed who they are. */
export const startLive = async (options: {
  record: LocalRecord;
  clock: Clock;
  engine?: SearchEngine;
  files?: Files;
}): Promise<Live> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'live-'));
  const errors: string[] = [];
  const ports = embeddedPorts({
    ...options,
    dataDir,
    identity: { verify: async () => undefined },
    log: (entry) => void (entry.level === 'error' && errors.push(JSON.stringify(entry))),
  });
  const running = await ports.start();
  const { fetch: answer } = createApp(believing(ports.deps));
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  const port = await listenOn(server, 0);
  const origin = `http://127.0.0.1:${port}`;
  return {
    ask: askBy((path, init) => fetch(`${origin}${path}`, init)),
    deps: ports.deps,
    errors,
    settled: running.settled,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await running.stop();
      ports.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
