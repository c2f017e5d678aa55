import type { Deps } from '../deps.ts';
import { askForReplay, deadChanges } from './dead-change.ts';

/** Gives what waits for a target that did not answer to its consumer once more. */
export const askAgain = async ({ table, clock }: Deps): Promise<void> => {
  for await (const dead of deadChanges(table))
    if (dead.waits && dead.replay === undefined)
      await askForReplay(table, dead, dead.cut ? 'asItIs' : 'asItWas', {
        by: 'system:clock',
        action: 'dead_letter.replay',
        at: clock.now(),
      });
};
