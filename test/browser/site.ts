import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { builtSite, copySeeded } from '../support/prepared-site.ts';

/**
 * The seeded product as `npm start` serves it, on a free port with a record of its own, and a browser. Told an instant,
 * it was seeded then, and is always the same.
 */
export const startSite = async ({ at }: { at?: string } = {}): Promise<{
  origin: string;
  browser: Browser;
  stop: () => Promise<void>;
}> => {
  const executable = chromiumPath();
  if (executable === undefined) throw new Error('There is no Chromium.');
  const prepared = inject('prepared');
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const data = join(folder, 'data');
  if (at === undefined) await copySeeded(prepared, data);
  const built = await builtSite(prepared);
  const script = join(import.meta.dirname, '../support/serve.ts');
  const server = spawn(
    process.execPath,
    [script, data, 'demo', built, 'built', ...(at === undefined ? [] : [at])],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [[line], browser] = await Promise.all([once(server.stdout, 'data'), launchChromium(executable)]);
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
