import * as z from 'zod';
import { CompanyId, CycleId, PostingId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import { Applicant, Candidate } from '../application/schema.ts';
import {
  FacetCounts,
  Fit,
  PostingDraft,
  PostingHit,
  PostingMove,
  PostingQuery,
  PostingState,
  PostingView,
  SimilarPosting,
} from './schema.ts';

const params = z.object({ postingId: PostingId });

export const postingOperations = operations({
  searchPostings: {
    method: 'get',
    path: '/postings',
    summary: 'Published postings by text and filters; for a student ranked by fit, with reasons',
    query: PostingQuery,
    response: pageOf(PostingHit).extend({
      total: z.number().int(),
      facets: FacetCounts,
      ranked: z.boolean(),
      /** The words with slips put right, where the list is that of these; `exact=true` takes them as they are. */
      shownFor: z.string().optional(),
      /** For a student whose list is not ranked: JSON pointers to what the profile lacks; empty when only agreement does. */
      missing: z.array(z.string()).optional(),
    }),
  },
  getPosting: {
    method: 'get',
    path: '/postings/{postingId}',
    summary: 'One posting',
    params,
    response: PostingView,
  },
  getFit: {
    method: 'get',
    path: '/postings/{postingId}/fit',
    summary: 'How well a posting fits the student, and what would raise it',
    params,
    response: Fit,
  },
  listSimilarPostings: {
    method: 'get',
    path: '/postings/{postingId}/similar',
    summary:
      'At most five published postings of the same cycle that are most like this one, with what they share',
    params,
    response: z.object({ items: z.array(SimilarPosting) }),
  },
  listCyclePostings: {
    method: 'get',
    path: '/cycles/{cycleId}/postings',
    summary: 'All postings of a cycle, for checking',
    params: z.object({ cycleId: CycleId }),
    query: PageQuery.extend({ state: PostingState.optional() }),
    response: pageOf(PostingView),
  },
  listCompanyPostings: {
    method: 'get',
    path: '/companies/{companyId}/postings',
    summary: "A company's postings in every state",
    params: z.object({ companyId: CompanyId }),
    query: PageQuery,
    response: pageOf(PostingView),
  },
  createPosting: {
    method: 'post',
    path: '/companies/{companyId}/postings',
    summary: 'Start a posting as a draft in the current cycle',
    params: z.object({ companyId: CompanyId }),
    body: PostingDraft,
    response: PostingView,
    status: 201,
  },
  updatePosting: {
    method: 'put',
    path: '/postings/{postingId}',
    summary: 'Change a posting',
    params,
    body: z.object({ content: PostingDraft, reason: PostingMove.shape.reason }),
    response: PostingView,
    ifMatch: true,
  },
  movePosting: {
    method: 'post',
    path: '/postings/{postingId}/state',
    summary: 'Submit, publish, pause, close, withdraw (company); approve, request changes (coordinator)',
    params,
    body: PostingMove,
    response: PostingView,
    ifMatch: true,
  },
  listApplicants: {
    method: 'get',
    path: '/postings/{postingId}/applicants',
    summary: 'Who applied, best fit first, with reasons, or by date',
    params,
    query: PageQuery.extend({ sort: z.enum(['fit', 'date']).default('fit') }),
    response: pageOf(Applicant).extend({ total: z.number().int() }),
  },
  listCandidates: {
    method: 'get',
    path: '/postings/{postingId}/candidates',
    summary: 'Students who have not applied and would fit, best first',
    params,
    query: PageQuery,
    response: pageOf(Candidate),
  },
});
