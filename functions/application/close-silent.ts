import type { JobHandler } from '../job/work.ts';
import { extendedUntil } from '../extension/store.ts';
import { endInCycle } from './end.ts';
import { withoutOutcome } from './waiting.ts';

/** Nobody is left without an answer: what a company never answered ends with a reason that says so. */
export const closeSilentApplications: JobHandler<'close_silent_applications'> = (
  deps,
  { cycleId },
  progress,
) =>
  endInCycle(
    deps,
    cycleId,
    {
      from: withoutOutcome,
      to: 'not_selected',
      reason: '企业未在期限内答复。The company did not answer in time.',
      keep: async ({ companyId }) =>
        (await extendedUntil(
          deps.table,
          { kind: 'company', companyId },
          { cycleId, step: 'shortlisting', now: deps.clock.now() },
        )) !== undefined,
    },
    progress,
  );
