import type { Actor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import { getCycle } from '../cycle/store.ts';
import { notFound } from '../errors.ts';
import type { OfferId } from '../ids.ts';
import { requireOwner, requireStudent, requireVersion } from '../ownership.ts';
import { getRound } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Table } from '../table/table.ts';
import type { offerOperations } from './api.ts';
import { answerByOf } from './own-time.ts';
import { openReleases, putRelease, releaseOf, releases } from './releases.ts';
import { askRelease, decideRelease, moveOffer, requireUnderWay } from './rules.ts';
import {
  getOffer,
  listCompanyOffers,
  listRoundOffers,
  listStudentOffers,
  offerHeldAt,
  offers,
  type Released,
} from './store.ts';
import { offerViews } from './view.ts';

const page = async (table: Table, found: { items: Released[]; next?: string }, actor: Actor) => ({
  ...found,
  items: await offerViews(table, found.items, actor),
});

const asItIs = async (table: Table, id: OfferId, actor: Actor) => {
  const [view] = await offerViews(table, [await getOffer(table, id)], actor);
  if (view === undefined) throw notFound('offer');
  return view;
};

export const offerHandlers: Handlers<keyof typeof offerOperations> = {
  listMyOffers: async ({ actor, query, deps }) =>
    page(deps.table, await listStudentOffers(deps.table, actor.studentId, query), actor),

  listCompanyOffers: async ({ actor, params, query, deps }) => {
    requireOwner(actor, params, 'company');
    return page(deps.table, await listCompanyOffers(deps.table, params.companyId, query), actor);
  },

  listRoundOffers: async ({ actor, params, query, deps }) => {
    const round = await getRound(deps.table, params.roundId);
    if (round.state !== 'published') return { items: [] };
    return page(deps.table, await listRoundOffers(deps.table, round, query), actor);
  },

  answerOffer: async ({ actor, params, body, version, deps, now }) => {
    const { offer, round } = await getOffer(deps.table, params.offerId);
    requireStudent(actor, offer, 'offer');
    requireVersion(offer, version, 'offer');
    const answerBy = await answerByOf(deps.table, offer, round);
    const answered = moveOffer(offer, body, { answerBy, now });
    await commit(deps.table, [offers.update(answered, stamp(actor, `offer.${body.to}`, now))]);
    return asItIs(deps.table, params.offerId, actor);
  },

  askRelease: async ({ actor, params, body, version, deps, now }) => {
    const { offer } = await getOffer(deps.table, params.offerId);
    if (actor.kind === 'student') requireStudent(actor, offer, 'offer');
    else requireOwner(actor, offer, 'offer');
    requireVersion(offer, version, 'offer');
    requireUnderWay(await getCycle(deps.table, offer.cycleId));
    const before = await releaseOf(deps.table, offer);
    const asked = askRelease(offer, before, { by: actor.kind, reason: body.reason, now });
    await commit(deps.table, [
      putRelease(asked, before, stamp(actor, 'release.asked', now, body.reason)),
      offerHeldAt(offer),
    ]);
    return asItIs(deps.table, params.offerId, actor);
  },

  decideRelease: async ({ actor, params, body, version, deps, now }) => {
    const { offer, round } = await getOffer(deps.table, params.offerId);
    requireVersion(offer, version, 'offer');
    // What was left open when the cycle closed can still be refused, so that whoever asked has an answer.
    if (body.grant) requireUnderWay(await getCycle(deps.table, offer.cycleId));
    const release = decideRelease(await releaseOf(deps.table, offer), { ...body, now });
    const decided = releases.update(release, stamp(actor, `release.${release.state}`, now, body.reason));
    const { asks: to, by: askedBy } = release;
    const { answerBy } = round;
    const granted = () =>
      offers.update(
        moveOffer(offer, { to, reason: body.reason, askedBy }, { answerBy, now }),
        stamp(actor, `offer.${to}`, now, body.reason),
      );
    await commit(deps.table, [decided, body.grant ? granted() : offerHeldAt(offer)]);
    return asItIs(deps.table, params.offerId, actor);
  },

  rescindOffer: async ({ actor, params, body, version, deps, now }) => {
    const { offer, round } = await getOffer(deps.table, params.offerId);
    requireVersion(offer, version, 'offer');
    requireUnderWay(await getCycle(deps.table, offer.cycleId));
    const { answerBy } = round;
    const rescinded = moveOffer(offer, { to: 'rescinded', reason: body.reason }, { answerBy, now });
    await commit(deps.table, [offers.update(rescinded, stamp(actor, 'offer.rescinded', now, body.reason))]);
    return asItIs(deps.table, params.offerId, actor);
  },

  listReleases: async ({ actor, params, query, deps }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const found = await openReleases(deps.table, cycle.id, query);
    const items = await Promise.all(found.items.map(({ offerId }) => getOffer(deps.table, offerId)));
    return page(deps.table, { ...found, items }, actor);
  },
};
