import { apiKeyOperations } from './api-key/api.ts';
import { applicationOperations } from './application/api.ts';
import { outcomeOperations } from './application/outcome-api.ts';
import { auditOperations } from './audit/api.ts';
import { certificateOperations } from './certificate/api.ts';
import { broadcastOperations } from './broadcast/api.ts';
import { companyOperations } from './company/api.ts';
import { companyFiguresOperations } from './company-figures/api.ts';
import { cycleOperations } from './cycle/api.ts';
import { evaluationOperations } from './evaluation/api.ts';
import { followUpSurveyOperations } from './follow-up-survey/api.ts';
import { extensionOperations } from './extension/api.ts';
import { importOperations } from './import/api.ts';
import { internshipOperations } from './internship/api.ts';
import { interviewOperations, slotOperations } from './interview/api.ts';
import { jobOperations } from './job/api.ts';
import { noticeOperations } from './notice/api.ts';
import { offerOperations } from './offer/api.ts';
import { placementOperations } from './placement/api.ts';
import { postingOperations } from './posting/api.ts';
import { rankListOperations } from './ranklist/api.ts';
import { referralOperations } from './referral/api.ts';
import { rightsOperations } from './rights/api.ts';
import { roundOperations } from './round/api.ts';
import { savedPostingOperations } from './saved-posting/api.ts';
import { savedSearchOperations } from './saved-search/api.ts';
import { seatingOperations } from './seating/api.ts';
import { statisticsOperations } from './statistics/api.ts';
import { cycleStatisticsOperations } from './cycle-statistics/api.ts';
import { studentOperations } from './student/api.ts';
import { suggestionOperations } from './suggestion/api.ts';
import { supplementaryOperations } from './supplementary/api.ts';
import { supportOperations } from './support/api.ts';
import { systemOperations } from './system/api.ts';
import { trialOperations } from './trial/api.ts';
import { uploadOperations } from './upload/api.ts';
import { webhookOperations } from './webhook/api.ts';
import { whatIfOperations } from './what-if/api.ts';
import { workLogOperations } from './work-log/api.ts';

/** The whole HTTP API below /v1. */
export const operations = {
  ...systemOperations,
  ...cycleOperations,
  ...trialOperations,
  ...companyOperations,
  ...postingOperations,
  ...studentOperations,
  ...suggestionOperations,
  ...savedPostingOperations,
  ...savedSearchOperations,
  ...applicationOperations,
  ...slotOperations,
  ...interviewOperations,
  ...rankListOperations,
  ...seatingOperations,
  ...roundOperations,
  ...whatIfOperations,
  ...offerOperations,
  ...placementOperations,
  ...workLogOperations,
  ...evaluationOperations,
  ...internshipOperations,
  ...companyFiguresOperations,
  ...supplementaryOperations,
  ...certificateOperations,
  ...followUpSurveyOperations,
  ...statisticsOperations,
  ...uploadOperations,
  ...importOperations,
  ...jobOperations,
  ...auditOperations,
  ...noticeOperations,
  ...broadcastOperations,
  ...extensionOperations,
  ...outcomeOperations,
  ...supportOperations,
  ...referralOperations,
  ...apiKeyOperations,
  ...webhookOperations,
  ...cycleStatisticsOperations,
  ...rightsOperations,
};
export type Operations = typeof operations;
export type OperationName = keyof Operations;

const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name);
export const operationNames: readonly OperationName[] = Object.keys(operations).filter(isOperationName);
