import type { Handlers } from '../call.ts';
import { notFound } from '../errors.ts';
import { requireOwner, requireStudent, requireVersion } from '../ownership.ts';
import { getPosting } from '../posting/store.ts';
import { postingViews } from '../posting/view.ts';
import { publishedRound } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { findStudent, nameOf } from '../student/store.ts';
import { commit } from '../table/entity.ts';
import type { Table } from '../table/table.ts';
import type { offerOperations } from './api.ts';
import { answerOffer } from './rules.ts';
import type { OfferView } from './schema.ts';
import {
  getOffer,
  listCompanyOffers,
  listRoundOffers,
  listStudentOffers,
  offers,
  type Released,
} from './store.ts';

const views = async (table: Table, list: readonly Released[]): Promise<OfferView[]> => {
  const postings = await postingViews(
    table,
    await Promise.all(list.map(({ offer }) => getPosting(table, offer.postingId))),
  );
  return Promise.all(
    list.map(async ({ offer, round }, index) => {
      const [posting, student] = [postings[index], await findStudent(table, offer.studentId)];
      if (posting === undefined) throw notFound('posting');
      return { ...offer, posting, studentName: student ? nameOf(student) : '—', answerBy: round.answerBy };
    }),
  );
};

const page = async (table: Table, found: { items: Released[]; next?: string }) => ({
  ...found,
  items: await views(table, found.items),
});

export const offerHandlers: Handlers<keyof typeof offerOperations> = {
  listMyOffers: async ({ actor, query, deps }) =>
    page(deps.table, await listStudentOffers(deps.table, actor.studentId, query)),

  listCompanyOffers: async ({ actor, params, query, deps }) => {
    requireOwner(actor, params, 'company');
    return page(deps.table, await listCompanyOffers(deps.table, params.companyId, query));
  },

  listRoundOffers: async ({ params, query, deps }) => {
    const round = await publishedRound(deps.table, params.roundId);
    return round ? page(deps.table, await listRoundOffers(deps.table, round, query)) : { items: [] };
  },

  answerOffer: async ({ actor, params, body, version, deps, now }) => {
    const { offer, round } = await getOffer(deps.table, params.offerId);
    requireStudent(actor, offer, 'offer');
    requireVersion(offer, version, 'offer');
    const answered = answerOffer(offer, body, round.answerBy, now);
    await commit(deps.table, [offers.update(answered, stamp(actor, `offer.${body.to}`, now))]);
    const [view] = await views(deps.table, [await getOffer(deps.table, params.offerId)]);
    if (view === undefined) throw notFound('offer');
    return view;
  },
};
