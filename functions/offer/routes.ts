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
import { endAsAsked, endOffer } from './end.ts';
import { openReleases, putRelease, releases, releasesOf } from './releases.ts';
import { askRelease, decideRelease, moveOffer, requireUnderWay, waitingOf } from './rules.ts';
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
    await commit(
      deps.table,
      body.to === 'declined'
        ? await endOffer(deps.table, offer, { ...body, to: body.to }, { actor, now, answerBy })
        : [offers.update(moveOffer(offer, body, { answerBy, now }), stamp(actor, 'offer.accepted', now))],
    );
    return asItIs(deps.table, params.offerId, actor);
  },

  askRelease: async ({ actor, params, body, version, deps, now }) => {
    const { offer } = await getOffer(deps.table, params.offerId);
    if (actor.kind === 'student') requireStudent(actor, offer, 'offer');
    else requireOwner(actor, offer, 'offer');
    requireVersion(offer, version, 'offer');
    requireUnderWay(await getCycle(deps.table, offer.cycleId));
    const before = await releasesOf(deps.table, offer);
    const asked = askRelease(offer, before, { by: actor.kind, reason: body.reason, now });
    await commit(deps.table, [
      putRelease(
        asked,
        before.find(({ by }) => by === actor.kind),
        stamp(actor, 'release.asked', now, body.reason),
      ),
      offerHeldAt(offer),
    ]);
    return asItIs(deps.table, params.offerId, actor);
  },

  decideRelease: async ({ actor, params, body, version, deps, now }) => {
    const { offer } = await getOffer(deps.table, params.offerId);
    requireVersion(offer, version, 'offer');
    // What was left open when the cycle closed can still be refused, so that whoever asked has an answer.
    if (body.grant) requireUnderWay(await getCycle(deps.table, offer.cycleId));
    const asked = waitingOf(await releasesOf(deps.table, offer), body.by);
    const release = decideRelease(asked, { ...body, now });
    const { by } = release;
    const refused = releases.update(release, stamp(actor, 'release.refused', now, body.reason));
    await commit(
      deps.table,
      body.grant
        ? await endAsAsked(deps.table, offer, { actor, reason: body.reason, now, by })
        : [refused, offerHeldAt(offer)],
    );
    return asItIs(deps.table, params.offerId, actor);
  },

  rescindOffer: async ({ actor, params, body, version, deps, now }) => {
    const { offer } = await getOffer(deps.table, params.offerId);
    requireVersion(offer, version, 'offer');
    requireUnderWay(await getCycle(deps.table, offer.cycleId));
    const end = { to: 'rescinded', reason: body.reason } as const;
    await commit(deps.table, await endOffer(deps.table, offer, end, { actor, now }));
    return asItIs(deps.table, params.offerId, actor);
  },

  listReleases: async ({ actor, params, query, deps }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const found = await openReleases(deps.table, cycle.id, query);
    const asked = [...new Set(found.items.map(({ offerId }) => offerId))];
    const items = await Promise.all(asked.map((id) => getOffer(deps.table, id)));
    return page(deps.table, { ...found, items }, actor);
  },
};
