import * as z from 'zod';
import { EvaluationId, PlacementId } from '../ids.ts';
import { operations } from '../operation.ts';
import { Reason } from '../values.ts';
import { Answers, EvaluationView } from './schema.ts';

const params = z.object({ evaluationId: EvaluationId });
const change = { params, response: EvaluationView, ifMatch: true } as const;

export const evaluationOperations = operations({
  listEvaluations: {
    method: 'get',
    path: '/placements/{placementId}/evaluations',
    summary: 'The evaluations of an internship, each as far as the reader may see it',
    params: z.object({ placementId: PlacementId }),
    response: z.object({ items: z.array(EvaluationView) }),
  },
  getEvaluation: {
    method: 'get',
    path: '/evaluations/{evaluationId}',
    summary: 'One evaluation; the other side’s shared answers once both have submitted',
    params,
    response: EvaluationView,
  },
  saveEvaluationDraft: {
    ...change,
    method: 'put',
    path: '/evaluations/{evaluationId}/draft',
    summary: 'Keep what is typed so far',
    body: z.strictObject({ answers: Answers }),
  },
  submitEvaluation: {
    ...change,
    method: 'post',
    path: '/evaluations/{evaluationId}/submit',
    summary: 'Submit for good',
    body: z.strictObject({ answers: Answers }),
  },
  excuseEvaluation: {
    ...change,
    method: 'post',
    path: '/evaluations/{evaluationId}/excuse',
    summary: 'Excuse an evaluation, with a reason: nobody has to write it any more',
    body: z.strictObject({ reason: Reason }),
  },
});
