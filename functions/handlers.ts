import { apiKeyOperations } from './api-key/api.ts';
import { applicationOperations } from './application/api.ts';
import { outcomeOperations } from './application/outcome-api.ts';
import { auditOperations } from './audit/api.ts';
import { broadcastOperations } from './broadcast/api.ts';
import type { Handler, Handlers } from './call.ts';
import { certificateOperations } from './certificate/api.ts';
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
import type { OperationName } from './operations.ts';
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
import { webhookOperations } from './webhook/api.ts';
import { whatIfOperations } from './what-if/api.ts';
import { workLogOperations } from './work-log/api.ts';

type Loader<N extends OperationName> = () => Promise<Handlers<N>>;

/** That a domain's code carries out its operations. */
const domain = <N extends OperationName>(
  operations: Record<N, unknown>,
  load: Loader<N>,
): Record<N, Loader<N>> =>
  Object.fromEntries(Object.keys(operations).map((name) => [name, load])) as Record<N, Loader<N>>; // oxlint-disable-line -- the keys are those of `operations`

/**
 * Who carries out each operation; one that is missing here does not compile. A domain's code is read when it is first
 * asked for: a function in the cloud starts with as little as it can.
 */
const loaders: { [name in OperationName]: Loader<name> } = {
  ...domain(systemOperations, async () => (await import('./system/routes.ts')).systemHandlers),
  ...domain(cycleOperations, async () => (await import('./cycle/routes.ts')).cycleHandlers),
  ...domain(companyOperations, async () => (await import('./company/routes.ts')).companyHandlers),
  ...domain(postingOperations, async () => (await import('./posting/routes.ts')).postingHandlers),
  ...domain(studentOperations, async () => (await import('./student/routes.ts')).studentHandlers),
  ...domain(suggestionOperations, async () => (await import('./suggestion/routes.ts')).suggestionHandlers),
  ...domain(
    savedPostingOperations,
    async () => (await import('./saved-posting/routes.ts')).savedPostingHandlers,
  ),
  ...domain(
    savedSearchOperations,
    async () => (await import('./saved-search/routes.ts')).savedSearchHandlers,
  ),
  ...domain(applicationOperations, async () => (await import('./application/routes.ts')).applicationHandlers),
  ...domain(interviewOperations, async () => (await import('./interview/routes.ts')).interviewHandlers),
  ...domain(slotOperations, async () => (await import('./interview/slot-routes.ts')).slotHandlers),
  ...domain(rankListOperations, async () => (await import('./ranklist/routes.ts')).rankListHandlers),
  ...domain(seatingOperations, async () => (await import('./seating/routes.ts')).seatingHandlers),
  ...domain(roundOperations, async () => (await import('./round/routes.ts')).roundHandlers),
  ...domain(whatIfOperations, async () => (await import('./what-if/routes.ts')).whatIfHandlers),
  ...domain(offerOperations, async () => (await import('./offer/routes.ts')).offerHandlers),
  ...domain(placementOperations, async () => (await import('./placement/routes.ts')).placementHandlers),
  ...domain(workLogOperations, async () => (await import('./work-log/routes.ts')).workLogHandlers),
  ...domain(evaluationOperations, async () => (await import('./evaluation/routes.ts')).evaluationHandlers),
  ...domain(internshipOperations, async () => (await import('./internship/routes.ts')).internshipHandlers),
  ...domain(
    companyFiguresOperations,
    async () => (await import('./company-figures/routes.ts')).companyFiguresHandlers,
  ),
  ...domain(
    supplementaryOperations,
    async () => (await import('./supplementary/routes.ts')).supplementaryHandlers,
  ),
  ...domain(certificateOperations, async () => (await import('./certificate/routes.ts')).certificateHandlers),
  ...domain(
    followUpSurveyOperations,
    async () => (await import('./follow-up-survey/routes.ts')).followUpSurveyHandlers,
  ),
  ...domain(statisticsOperations, async () => (await import('./statistics/routes.ts')).statisticsHandlers),
  ...domain(importOperations, async () => (await import('./import/routes.ts')).importHandlers),
  ...domain(jobOperations, async () => (await import('./job/routes.ts')).jobHandlers),
  ...domain(
    cycleStatisticsOperations,
    async () => (await import('./cycle-statistics/routes.ts')).cycleStatisticsHandlers,
  ),
  ...domain(auditOperations, async () => (await import('./audit/routes.ts')).auditHandlers),
  ...domain(noticeOperations, async () => (await import('./notice/routes.ts')).noticeHandlers),
  ...domain(broadcastOperations, async () => (await import('./broadcast/routes.ts')).broadcastHandlers),
  ...domain(extensionOperations, async () => (await import('./extension/routes.ts')).extensionHandlers),
  ...domain(outcomeOperations, async () => (await import('./application/outcomes.ts')).outcomeHandlers),
  ...domain(supportOperations, async () => (await import('./support/routes.ts')).supportHandlers),
  ...domain(referralOperations, async () => (await import('./referral/routes.ts')).referralHandlers),
  ...domain(apiKeyOperations, async () => (await import('./api-key/routes.ts')).apiKeyHandlers),
  ...domain(rightsOperations, async () => (await import('./rights/routes.ts')).rightsHandlers),
  ...domain(webhookOperations, async () => (await import('./webhook/routes.ts')).webhookHandlers),
};

export const handlerOf = async <N extends OperationName>(name: N): Promise<Handler<N>> =>
  (await loaders[name]())[name];
