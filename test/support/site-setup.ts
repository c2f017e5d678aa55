import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { preparedIn } from './prepared-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of what `preparedIn` names. */
    prepared: string;
    /** Whether what is stored is to be written anew: `vitest run -u`. */
    keep: boolean;
  }
}

/** Begins to prepare the site that the tests in a browser start from; whoever needs it waits for it. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  project.provide('keep', project.config.snapshotOptions.updateSnapshot === 'all');
  if (chromiumPath() === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'prepared-'));
  project.provide('prepared', folder);
  const script = join(import.meta.dirname, 'prepare-site.ts');
  const preparing = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const end = async (): Promise<void> => {
    const [code] = await once(preparing, 'exit');
    if (code !== 0) await writeFile(preparedIn(folder).failed, '');
  };
  const ended = end();
  return async () => {
    preparing.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
};
