import type { Deps } from '../deps.ts';
import { roundsPastAnswer } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import { answerByOf } from './own-time.ts';
import { moveOffer } from './rules.ts';
import type { Offer } from './schema.ts';
import { offers, offersOfRound } from './store.ts';

const clock = { kind: 'system', task: 'clock' } as const;

/**
 * Ends the offers whose time to answer is over. Running twice changes nothing; a student who answered at the same
 * moment wins, for the offer is then no longer at the version that was read.
 */
export const expireOffers = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  const by = stamp(clock, 'offer.expired', now);
  for await (const round of roundsPastAnswer(deps.table, now)) {
    const pending: Offer[] = [];
    for await (const offer of offersOfRound(deps.table, round, 'pending'))
      if ((await answerByOf(deps.table, offer, round)) <= now) pending.push(offer);
    await writeIndependent(
      deps.table,
      pending.map((offer) =>
        offers.update(moveOffer(offer, { to: 'expired' }, { answerBy: round.answerBy, now }), by),
      ),
    );
  }
};
