import type { Actor } from '../actor.ts';
import { stamp } from '../stamp.ts';
import type { Operation, Table } from '../table/table.ts';
import { releases, releasesOf } from './releases.ts';
import { closedWith, moveOffer, type OfferEnd, waitingOf } from './rules.ts';
import type { Offer, Party } from './schema.ts';
import { offers } from './store.ts';

interface Ending {
  actor: Actor;
  now: string;
}

/**
 * The writes by which an offer ends, however it does, and with it what the sides asked about it and have no answer to:
 * whoever asked is told of the end.
 */
export const endOffer = async (
  table: Table,
  offer: Offer,
  end: OfferEnd,
  { actor, now, answerBy = now }: Ending & { answerBy?: string },
): Promise<Operation[]> => {
  const ended = moveOffer(offer, end, { answerBy, now });
  // What a student says with it stays in the offer.
  const reason = end.to === 'waived' || end.to === 'rescinded' ? end.reason : undefined;
  const closed = (await releasesOf(table, offer))
    .filter(({ state }) => state === 'open')
    .map((release) => closedWith(release, end, now));
  return [
    offers.update(ended, stamp(actor, `offer.${ended.state}`, now, reason)),
    ...closed.map((release) =>
      releases.update(release, stamp(actor, `release.${release.state}`, now, reason)),
    ),
  ];
};

/**
 * A coordinator ends an offer as it was asked for, if it was: as the wish of the side that the decision is about, or
 * else of who asked first.
 */
export const endAsAsked = async (
  table: Table,
  offer: Offer,
  { reason, by, ...ending }: Ending & { reason: string; by?: Party | undefined },
): Promise<Operation[]> => {
  const cause = waitingOf(await releasesOf(table, offer), by);
  return endOffer(table, offer, { to: cause?.asks ?? 'rescinded', reason, askedBy: cause?.by }, ending);
};
