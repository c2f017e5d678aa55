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
  const clock = movingClock(instant);
  const folder = mkdtempSync(join(tmpdir(), 'site-at-'));
  const server = await startServer({
    port: 0,
    dataDir: folder,
    seed: 'demo',
    site: { root: await builtSite(inject('prepared')), build: false },
    clock,
    passwordCost: 2 ** 10,
    log: () => {},
  });
  const browser = await launchChromium(executable);
  return {
    origin: server.origin,
    deps: server.deps,
    /** Lets time pass, and what falls due with it happen. */
    pass: async (ms: number): Promise<void> => {
      // A clock that has jumped is believed once it has gone on from there.
      for (const step of [ms, 11 * 60_000]) {
        clock.advance(step);
        await server.tick();
      }
      await server.settled();
    },
    browser,
    stop: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
