import type { Actor } from '../actor.ts';
import { stamp } from '../stamp.ts';
import type { Operation, Table } from '../table/table.ts';
import { releases, releasesOf } from './releases.ts';
import { decideRelease, moveOffer, waitingOf } from './rules.ts';
import type { Offer, Party } from './schema.ts';
import { offers } from './store.ts';

/**
 * The writes by which a coordinator ends an offer. What the sides asked about it and have no answer to is granted with
 * that: it ends as it was asked, and as the wish of the side that the decision is about, or else of who asked first.
 */
export const endOffer = async (
  table: Table,
  offer: Offer,
  { actor, reason, now, by }: { actor: Actor; reason: string; now: string; by?: Party | undefined },
): Promise<Operation[]> => {
  const asked = await releasesOf(table, offer);
  const cause = waitingOf(asked, by);
  const to = cause?.asks ?? 'rescinded';
  const ended = moveOffer(offer, { to, reason, askedBy: cause?.by }, { answerBy: now, now });
  const granted = asked
    .filter(({ state }) => state === 'open')
    .map((release) => decideRelease(release, { grant: true, reason, now }));
  return [
    offers.update(ended, stamp(actor, `offer.${to}`, now, reason)),
    ...granted.map((release) => releases.update(release, stamp(actor, 'release.granted', now, reason))),
  ];
};
