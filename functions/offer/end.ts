import type { Actor } from '../actor.ts';
import { stamp } from '../stamp.ts';
import type { Operation, Table } from '../table/table.ts';
import { releaseOf, releases } from './releases.ts';
import { decideRelease, moveOffer } from './rules.ts';
import type { Offer } from './schema.ts';
import { offers } from './store.ts';

/**
 * The writes by which a coordinator ends an accepted offer. What a side asked about it and has no answer to is granted
 * with that: then it ends as it was asked, and as that side's wish.
 */
export const endOffer = async (
  table: Table,
  offer: Offer,
  { actor, reason, now }: { actor: Actor; reason: string; now: string },
): Promise<Operation[]> => {
  const found = await releaseOf(table, offer);
  const asked = found?.state === 'open' ? found : undefined;
  const to = asked?.asks ?? 'rescinded';
  const ended = moveOffer(offer, { to, reason, askedBy: asked?.by }, { answerBy: now, now });
  return [
    offers.update(ended, stamp(actor, `offer.${to}`, now, reason)),
    ...(asked === undefined
      ? []
      : [
          releases.update(
            decideRelease(asked, { grant: true, reason, now }),
            stamp(actor, 'release.granted', now, reason),
          ),
        ]),
  ];
};
