import { clockTasks } from './clock/tasks.ts';
import { tick } from './clock/tick.ts';
import { cloudDeps } from './cloud.ts';
import { Environment, readEnvironment } from './environment.ts';
import { watched } from './watch/watched.ts';

const deps = cloudDeps(readEnvironment(Environment, process.env));

/** Does each minute what has fallen due. Fails when a task did, for the alarm: the others are done by then. */
export const handler = watched(async (): Promise<void> => {
  const failed = await tick(deps, clockTasks);
  if (failed.length > 0) throw new Error(`The clock could not do: ${failed.join(', ')}`);
});
