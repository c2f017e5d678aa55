import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { type RunningServer, startServer } from '../../infra/local/server.ts';

/** The seeded product as `npm start` serves it, on a free port with a folder of its own, and a browser. */
export const startSite = async (): Promise<{
  server: RunningServer;
  browser: Browser;
  stop: () => Promise<void>;
}> => {
  const executable = chromiumPath();
  if (executable === undefined) throw new Error('There is no Chromium.');
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const server = await startServer({
    port: 0,
    dataDir: join(folder, 'data'),
    seed: 'demo',
    site: { root: join(folder, 'site'), build: true },
  });
  const browser = await launchChromium(executable);
  return {
    server,
    browser,
    stop: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
