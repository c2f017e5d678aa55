import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { startServer } from '../../infra/local/server.ts';
import { movingClock } from './clock.ts';
import { builtSite } from './prepared-site.ts';

/** The seeded product as it is at an instant, in this process, with a browser: for what depends on the season. */
export const startSiteAt = async (instant: string) => {
  const executable = chromiumPath();
  if (executable === undefined) throw new Error('There is no Chromium.');
  const folder = mkdtempSync(join(tmpdir(), 'site-at-'));
  const server = await startServer({
    port: 0,
    dataDir: folder,
    seed: 'demo',
    site: { root: await builtSite(inject('prepared')), build: false },
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
