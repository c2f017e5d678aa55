import * as z from 'zod';
import { roundSteps } from '../cycle/in-round.ts';
import { CompanyId, CycleId, PostingId, RoundId } from '../ids.ts';
import { operations } from '../operation.ts';
import { PublicRound, Round, RoundTerms } from '../round/schema.ts';
import { pageOf, PageQuery } from '../values.ts';
import {
  DeadlineNights,
  MyStanding,
  NextRound,
  NightQuery,
  OpenSeats,
  OpenSeatsView,
  SeatsChoice,
} from './schema.ts';

const ofCycle = z.object({ cycleId: z.union([CycleId, z.literal('current')]) });
const ofRound = z.object({ roundId: RoundId });

export const supplementaryOperations = operations({
  previewNextRound: {
    method: 'get',
    path: '/cycles/{cycleId}/next-round',
    summary: 'What one more round would have: seats, students, what stands in the way',
    params: ofCycle,
    response: NextRound,
  },
  checkNights: {
    method: 'post',
    path: '/cycles/{cycleId}/next-round/nights',
    summary: 'For how many students the deadlines of some windows would be at night',
    params: ofCycle,
    body: NightQuery,
    response: z.object({ deadlines: z.array(DeadlineNights) }),
  },
  openNextRound: {
    method: 'post',
    path: '/cycles/{cycleId}/rounds',
    summary: 'Open a supplementary round',
    params: ofCycle,
    body: RoundTerms,
    response: PublicRound,
    status: 201,
    ifMatch: true,
  },
  changeRoundTerms: {
    method: 'put',
    path: '/rounds/{roundId}/terms',
    summary: "Change an open supplementary round's windows and cap",
    params: ofRound,
    body: RoundTerms,
    response: Round,
    ifMatch: true,
  },
  moveRoundStep: {
    method: 'post',
    path: '/rounds/{roundId}/step',
    summary: 'Move an open supplementary round to its next step',
    params: ofRound,
    body: z.strictObject({ to: z.enum(roundSteps) }),
    response: Round,
    ifMatch: true,
  },
  listOpenSeats: {
    method: 'get',
    path: '/rounds/{roundId}/open-seats',
    summary: 'The postings with seats in a supplementary round',
    params: ofRound,
    query: PageQuery,
    response: pageOf(OpenSeatsView),
  },
  getMyStanding: {
    method: 'get',
    path: '/cycles/{cycleId}/my-standing',
    summary: 'Whether the student may take part in a supplementary round',
    params: ofCycle,
    response: MyStanding,
  },
  listCompanyOpenSeats: {
    method: 'get',
    path: '/companies/{companyId}/rounds/{roundId}/open-seats',
    summary: "A company's postings with open seats, those it keeps out too",
    params: ofRound.extend({ companyId: CompanyId }),
    response: pageOf(OpenSeatsView),
  },
  chooseOpenSeats: {
    method: 'put',
    path: '/rounds/{roundId}/postings/{postingId}/open-seats',
    summary: 'Let a posting take part in a supplementary round, or not',
    params: ofRound.extend({ postingId: PostingId }),
    body: SeatsChoice,
    response: OpenSeats,
    ifMatch: true,
  },
});
