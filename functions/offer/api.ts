import * as z from 'zod';
import { CompanyId, CycleId, OfferId, RoundId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import { OfferAnswer, OfferReason, OfferView, ReleaseDecision } from './schema.ts';

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
  askRelease: {
    method: 'post',
    path: '/offers/{offerId}/release',
    summary: 'Ask a coordinator to be released from the offer',
    params,
    body: OfferReason,
    response: OfferView,
    ifMatch: true,
  },
  decideRelease: {
    method: 'post',
    path: '/offers/{offerId}/release/decision',
    summary: 'Grant or refuse what a party asked',
    params,
    body: ReleaseDecision,
    response: OfferView,
    ifMatch: true,
  },
  rescindOffer: {
    method: 'post',
    path: '/offers/{offerId}/rescission',
    summary: 'Take an offer back, with a reason that the student is shown',
    params,
    body: OfferReason,
    response: OfferView,
    ifMatch: true,
  },
  listReleases: {
    method: 'get',
    path: '/cycles/{cycleId}/releases',
    summary: 'Offers about which a party is waiting for a decision, oldest first',
    params: z.object({ cycleId: z.union([CycleId, z.literal('current')]) }),
    query: PageQuery,
    response: pageOf(OfferView),
  },
});
