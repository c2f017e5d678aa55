import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';

/** The seeded product as `npm start` serves it, on a free port with a folder of its own, and a browser. */
export const startSite = async (): Promise<{
  origin: string;
  browser: Browser;
  stop: () => Promise<void>;
}> => {
  const executable = chromiumPath();
  if (executable === undefined) throw new Error('There is no Chromium.');
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const script = join(import.meta.dirname, '../support/serve.ts');
  const server = spawn(process.execPath, [script, join(folder, 'data'), 'demo', join(folder, 'site')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(server.stdout, 'data');
  const browser = await launchChromium(executable);
  return {
    origin: String(line).trim(),
    browser,
    stop: async () => {
      await browser.close();
      server.kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
