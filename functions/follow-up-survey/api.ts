import * as z from 'zod';
import { PlacementId } from '../ids.ts';
import { operations } from '../operation.ts';
import { ConsentChoice, FollowUpView, SurveyAnswer, SurveySkip } from './schema.ts';

const params = z.object({ followUpId: PlacementId });
const change = { params, response: FollowUpView, ifMatch: true } as const;

export const followUpSurveyOperations = operations({
  listMyFollowUps: {
    method: 'get',
    path: '/follow-ups',
    summary: 'What follows each internship that the student completed: consent and surveys',
    response: z.object({ items: z.array(FollowUpView), consentVersion: z.string() }),
  },
  chooseFollowUp: {
    method: 'put',
    path: '/follow-ups/{followUpId}/consent',
    summary: 'Agree to be asked, or withdraw, which deletes the answers',
    body: ConsentChoice,
    ...change,
  },
  answerSurvey: {
    method: 'post',
    path: '/follow-ups/{followUpId}/answers',
    summary: 'Answer the survey that is open',
    body: SurveyAnswer,
    ...change,
  },
  skipSurvey: {
    method: 'post',
    path: '/follow-ups/{followUpId}/skip',
    summary: 'Leave the survey that is open unanswered',
    body: SurveySkip,
    ...change,
  },
  stopFollowUp: {
    method: 'post',
    path: '/follow-ups/{followUpId}/stop',
    summary: 'Stop being asked; the answers given stay',
    ...change,
  },
});
