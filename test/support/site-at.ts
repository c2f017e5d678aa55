import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { startServer } from '../../infra/local/server.ts';
import { movingClock } from './clock.ts';

/** The seeded product as it is at an instant, in this process, with a browser: for what depends on the season. */
export const startSiteAt = async (instant: string) => {
  const executable = chromiumPath();
  if (executable === undefined) throw new Error('There is no Chromium.');
  const folder = mkdtempSync(join(tmpdir(), 'site-at-'));
  const server = await startServer({
    port: 0,
    dataDir: join(folder, 'data'),
    seed: 'demo',
    site: { root: join(folder, 'site'), build: true },
    clock: movingClock(instant),
    passwordCost: 2 ** 10,
    log: () => {},
  });
  const browser = await launchChromium(executable);
  return {
    origin: server.origin,
    deps: server.deps,
    browser,
    stop: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
