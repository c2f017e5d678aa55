import type { Deps } from '../deps.ts';
import { inTurns } from '../in-turns.ts';
import { roundsPastAnswer } from '../round/store.ts';
import { writeIndependent } from '../table/independent.ts';
import { type Operation, type Table, WriteConflict } from '../table/table.ts';
import { endOffer } from './end.ts';
import { answerByOf } from './own-time.ts';
import type { Offer } from './schema.ts';
import { offersOfRound } from './store.ts';

const clock = { kind: 'system', task: 'clock' } as const;

/** An end and what closes with it, or nothing. */
const writeUnlessAnswered = async (table: Table, operations: readonly Operation[]): Promise<void> => {
  try {
    await table.write(operations);
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error;
  }
};

/**
 * Ends the offers whose time to answer is over. Running twice changes nothing; a student who answered at the same
 * moment wins, for the offer is then no longer at the version that was read.
 */
export const expireOffers = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  for await (const round of roundsPastAnswer(deps.table, now)) {
    const pending: Offer[] = [];
    for await (const offer of offersOfRound(deps.table, round, 'pending'))
      if ((await answerByOf(deps.table, offer, round)) <= now) pending.push(offer);
    const alone: Operation[] = [];
    await inTurns(pending, async (offer) => {
      const ends = await endOffer(deps.table, offer, { to: 'expired' }, { actor: clock, now });
      if (ends.length === 1) alone.push(...ends);
      else await writeUnlessAnswered(deps.table, ends);
    });
    await writeIndependent(deps.table, alone);
  }
};
