import * as z from 'zod';
import { CompanyId, OfferId, RoundId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import { OfferAnswer, OfferView } from './schema.ts';

const params = z.object({ offerId: OfferId });

export const offerOperations = operations({
  listMyOffers: {
    method: 'get',
    path: '/offers',
    summary: "The student's offers",
    query: PageQuery,
    response: pageOf(OfferView),
  },
  listCompanyOffers: {
    method: 'get',
    path: '/companies/{companyId}/offers',
    summary: "A company's offers",
    params: z.object({ companyId: CompanyId }),
    query: PageQuery,
    response: pageOf(OfferView),
  },
  listRoundOffers: {
    method: 'get',
    path: '/rounds/{roundId}/offers',
    summary: "A published round's offers, for coordinators",
    params: z.object({ roundId: RoundId }),
    query: PageQuery,
    response: pageOf(OfferView),
  },
  answerOffer: {
    method: 'post',
    path: '/offers/{offerId}/answer',
    summary: 'Accept or decline',
    params,
    body: OfferAnswer,
    response: OfferView,
    ifMatch: true,
  },
});
