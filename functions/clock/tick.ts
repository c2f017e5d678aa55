import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { look } from './steady.ts';

/** Something that falls due. It looks up by itself what is: often, rarely, twice or at the same time twice is the same. */
export interface ClockTask {
  name: string;
  run: (deps: Deps) => Promise<void>;
}

const Shown = z.object({ at: z.iso.datetime(), doubtedSince: z.iso.datetime().optional() });
const place = { pk: 'CLOCK', sk: 'CLOCK' };

const isBelieved = async ({ table, log }: Deps, now: string): Promise<boolean> => {
  const item = await table.get(place);
  const { believed, remember } = look(item && Shown.parse(item.body), now);
  const stamp = { by: 'system:clock', action: 'clock.shown', at: now };
  if (remember) await table.write([{ put: { ...place, body: { ...remember }, stamp } }]);
  if (remember && !believed) log({ level: 'error', event: 'clock_doubted', now });
  return believed;
};

/** Does all that has fallen due, each task by itself. Answers the names of those that failed. */
export const tick = async (deps: Deps, tasks: readonly ClockTask[]): Promise<string[]> => {
  const now = deps.clock.now();
  if (!(await isBelieved(deps, now))) return [];
  const failed: string[] = [];
  for (const { name, run } of tasks) {
    try {
      await run(deps);
    } catch (error) {
      failed.push(name);
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      deps.log({ level: 'error', event: 'clock_task_failed', task: name, error: text });
    }
  }
  return failed;
};
