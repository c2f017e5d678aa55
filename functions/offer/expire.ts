import { cycles } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { roundsOfCycle } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { WriteConflict } from '../table/table.ts';
import { clockActor, expire, isOverdue } from './rules.ts';
import { offers, offersOfRound } from './store.ts';

/** Ends the offers whose time to answer is over. Running twice changes nothing; a student who answers at the same moment wins. */
export const expireOffers = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  for await (const cycle of cycles.all(deps.table, { index: 'gsi1', pk: 'CYCLES' })) {
    const { items } = await roundsOfCycle(deps.table, cycle.id);
    for (const round of items) {
      if (round.state !== 'published' || now <= round.answerBy) continue;
      const pending = await Array.fromAsync(offersOfRound(deps.table, round, 'pending'));
      for (const offer of pending) {
        if (!isOverdue(offer, round.answerBy, now)) continue;
        try {
          await deps.table.write([
            offers.update(expire(offer, now), stamp(clockActor, 'offer.expired', now)),
          ]);
        } catch (error) {
          if (!(error instanceof WriteConflict)) throw error;
        }
      }
    }
  }
};
