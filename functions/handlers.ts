import type { Handler, Handlers } from './call.ts';
import type { Operation } from './operation.ts';
import type { OperationName, Operations } from './operations.ts';
import { paths } from './paths.ts';

/** Reads what a domain says of its operations, and what carries them out. */
type Loader<N extends OperationName> = () => Promise<[Pick<Operations, N>, Handlers<N>]>;

type PathOf<N extends OperationName> = `${Operations[N]['method']} ${Operations[N]['path']}`;

/** That a domain's code describes and carries out its operations, which are where the paths say. */
const domain = <N extends OperationName>(
  at: { readonly [name in N]: PathOf<name> },
  operations: () => Promise<Pick<Operations, N>>,
  handlers: () => Promise<Handlers<N>>,
): Record<N, Loader<N>> => {
  const load: Loader<N> = () => Promise.all([operations(), handlers()]);
  return Object.fromEntries(Object.keys(at).map((name) => [name, load])) as Record<N, Loader<N>>; // oxlint-disable-line -- the keys are those of `at`
};

/**
 * Each operation; one that is missing here does not compile. A domain's code, its schemas too, is read when it is first
 * asked for: a function in the cloud starts with as little as it can.
 */
const loaders: { [name in OperationName]: Loader<name> } = {
  ...domain(
    paths.system,
    async () => (await import('./system/api.ts')).systemOperations,
    async () => (await import('./system/routes.ts')).systemHandlers,
  ),
  ...domain(
    paths.cycle,
    async () => (await import('./cycle/api.ts')).cycleOperations,
    async () => (await import('./cycle/routes.ts')).cycleHandlers,
  ),
  ...domain(
    paths.trial,
    async () => (await import('./trial/api.ts')).trialOperations,
    async () => (await import('./trial/routes.ts')).trialHandlers,
  ),
  ...domain(
    paths.company,
    async () => (await import('./company/api.ts')).companyOperations,
    async () => (await import('./company/routes.ts')).companyHandlers,
  ),
  ...domain(
    paths.posting,
    async () => (await import('./posting/api.ts')).postingOperations,
    async () => (await import('./posting/routes.ts')).postingHandlers,
  ),
  ...domain(
    paths.student,
    async () => (await import('./student/api.ts')).studentOperations,
    async () => (await import('./student/routes.ts')).studentHandlers,
  ),
  ...domain(
    paths.suggestion,
    async () => (await import('./suggestion/api.ts')).suggestionOperations,
    async () => (await import('./suggestion/routes.ts')).suggestionHandlers,
  ),
  ...domain(
    paths.savedPosting,
    async () => (await import('./saved-posting/api.ts')).savedPostingOperations,
    async () => (await import('./saved-posting/routes.ts')).savedPostingHandlers,
  ),
  ...domain(
    paths.savedSearch,
    async () => (await import('./saved-search/api.ts')).savedSearchOperations,
    async () => (await import('./saved-search/routes.ts')).savedSearchHandlers,
  ),
  ...domain(
    paths.application,
    async () => (await import('./application/api.ts')).applicationOperations,
    async () => (await import('./application/routes.ts')).applicationHandlers,
  ),
  ...domain(
    paths.interview,
    async () => (await import('./interview/api.ts')).interviewOperations,
    async () => (await import('./interview/routes.ts')).interviewHandlers,
  ),
  ...domain(
    paths.slot,
    async () => (await import('./interview/api.ts')).slotOperations,
    async () => (await import('./interview/slot-routes.ts')).slotHandlers,
  ),
  ...domain(
    paths.rankList,
    async () => (await import('./ranklist/api.ts')).rankListOperations,
    async () => (await import('./ranklist/routes.ts')).rankListHandlers,
  ),
  ...domain(
    paths.seating,
    async () => (await import('./seating/api.ts')).seatingOperations,
    async () => (await import('./seating/routes.ts')).seatingHandlers,
  ),
  ...domain(
    paths.round,
    async () => (await import('./round/api.ts')).roundOperations,
    async () => (await import('./round/routes.ts')).roundHandlers,
  ),
  ...domain(
    paths.whatIf,
    async () => (await import('./what-if/api.ts')).whatIfOperations,
    async () => (await import('./what-if/routes.ts')).whatIfHandlers,
  ),
  ...domain(
    paths.offer,
    async () => (await import('./offer/api.ts')).offerOperations,
    async () => (await import('./offer/routes.ts')).offerHandlers,
  ),
  ...domain(
    paths.placement,
    async () => (await import('./placement/api.ts')).placementOperations,
    async () => (await import('./placement/routes.ts')).placementHandlers,
  ),
  ...domain(
    paths.workLog,
    async () => (await import('./work-log/api.ts')).workLogOperations,
    async () => (await import('./work-log/routes.ts')).workLogHandlers,
  ),
  ...domain(
    paths.evaluation,
    async () => (await import('./evaluation/api.ts')).evaluationOperations,
    async () => (await import('./evaluation/routes.ts')).evaluationHandlers,
  ),
  ...domain(
    paths.internship,
    async () => (await import('./internship/api.ts')).internshipOperations,
    async () => (await import('./internship/routes.ts')).internshipHandlers,
  ),
  ...domain(
    paths.companyFigures,
    async () => (await import('./company-figures/api.ts')).companyFiguresOperations,
    async () => (await import('./company-figures/routes.ts')).companyFiguresHandlers,
  ),
  ...domain(
    paths.supplementary,
    async () => (await import('./supplementary/api.ts')).supplementaryOperations,
    async () => (await import('./supplementary/routes.ts')).supplementaryHandlers,
  ),
  ...domain(
    paths.certificate,
    async () => (await import('./certificate/api.ts')).certificateOperations,
    async () => (await import('./certificate/routes.ts')).certificateHandlers,
  ),
  ...domain(
    paths.followUpSurvey,
    async () => (await import('./follow-up-survey/api.ts')).followUpSurveyOperations,
    async () => (await import('./follow-up-survey/routes.ts')).followUpSurveyHandlers,
  ),
  ...domain(
    paths.statistics,
    async () => (await import('./statistics/api.ts')).statisticsOperations,
    async () => (await import('./statistics/routes.ts')).statisticsHandlers,
  ),
  ...domain(
    paths.upload,
    async () => (await import('./upload/api.ts')).uploadOperations,
    async () => (await import('./upload/routes.ts')).uploadHandlers,
  ),
  ...domain(
    paths.import,
    async () => (await import('./import/api.ts')).importOperations,
    async () => (await import('./import/routes.ts')).importHandlers,
  ),
  ...domain(
    paths.job,
    async () => (await import('./job/api.ts')).jobOperations,
    async () => (await import('./job/routes.ts')).jobHandlers,
  ),
  ...domain(
    paths.cycleStatistics,
    async () => (await import('./cycle-statistics/api.ts')).cycleStatisticsOperations,
    async () => (await import('./cycle-statistics/routes.ts')).cycleStatisticsHandlers,
  ),
  ...domain(
    paths.audit,
    async () => (await import('./audit/api.ts')).auditOperations,
    async () => (await import('./audit/routes.ts')).auditHandlers,
  ),
  ...domain(
    paths.notice,
    async () => (await import('./notice/api.ts')).noticeOperations,
    async () => (await import('./notice/routes.ts')).noticeHandlers,
  ),
  ...domain(
    paths.broadcast,
    async () => (await import('./broadcast/api.ts')).broadcastOperations,
    async () => (await import('./broadcast/routes.ts')).broadcastHandlers,
  ),
  ...domain(
    paths.extension,
    async () => (await import('./extension/api.ts')).extensionOperations,
    async () => (await import('./extension/routes.ts')).extensionHandlers,
  ),
  ...domain(
    paths.outcome,
    async () => (await import('./application/outcome-api.ts')).outcomeOperations,
    async () => (await import('./application/outcomes.ts')).outcomeHandlers,
  ),
  ...domain(
    paths.rights,
    async () => (await import('./rights/api.ts')).rightsOperations,
    async () => (await import('./rights/routes.ts')).rightsHandlers,
  ),
  ...domain(
    paths.support,
    async () => (await import('./support/api.ts')).supportOperations,
    async () => (await import('./support/routes.ts')).supportHandlers,
  ),
  ...domain(
    paths.referral,
    async () => (await import('./referral/api.ts')).referralOperations,
    async () => (await import('./referral/routes.ts')).referralHandlers,
  ),
  ...domain(
    paths.apiKey,
    async () => (await import('./api-key/api.ts')).apiKeyOperations,
    async () => (await import('./api-key/routes.ts')).apiKeyHandlers,
  ),
  ...domain(
    paths.webhook,
    async () => (await import('./webhook/api.ts')).webhookOperations,
    async () => (await import('./webhook/routes.ts')).webhookHandlers,
  ),
};

/** An operation's description, and what carries it out. */
export const loaded = async <N extends OperationName>(
  name: N,
): Promise<{ operation: Operation; handle: Handler<N> }> => {
  const [operations, handlers] = await loaders[name]();
  return { operation: operations[name], handle: handlers[name] };
};
