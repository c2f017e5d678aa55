import { askAgain } from '../changes/ask-again.ts';
import { moveCycles } from '../cycle/move-cycles.ts';
import { expireOffers } from '../offer/expire.ts';
import { sendDigests } from '../saved-search/send-digests.ts';
import type { ClockTask } from './tick.ts';

/** What goes by the clock. Offers come first: a phase waits for those that are unanswered. */
export const clockTasks: readonly ClockTask[] = [
  { name: 'offers', run: expireOffers },
  { name: 'phases', run: moveCycles },
  { name: 'digests', run: sendDigests },
  { name: 'changes', run: askAgain },
];
