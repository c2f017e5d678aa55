import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What is made once for all files of tests: a seeded record and the built site. */
export const preparedIn = (folder: string) => ({
  data: join(folder, 'data'),
  site: join(folder, 'site'),
  /** Is there when both are. */
  ready: join(folder, 'ready'),
  failed: join(folder, 'failed'),
});

/** Waits for the built site, and gives its folder; nobody writes there. */
export const builtSite = async (folder: string): Promise<string> => {
  const { site, ready, failed } = preparedIn(folder);
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error('The site could not be prepared; its output says why.');
    await wait(50);
  }
  return site;
};

/** Waits for the seeded record, and makes a copy of it that may be changed. */
export const copySeeded = async (folder: string, to: string): Promise<void> => {
  await builtSite(folder);
  await cp(preparedIn(folder).data, to, { recursive: true });
};
