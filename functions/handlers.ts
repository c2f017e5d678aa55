import { applicationHandlers } from './application/routes.ts';
import { auditHandlers } from './audit/routes.ts';
import type { Handlers } from './call.ts';
import { companyHandlers } from './company/routes.ts';
import { cycleHandlers } from './cycle/routes.ts';
import { importHandlers } from './import/routes.ts';
import { jobHandlers } from './job/routes.ts';
import { offerHandlers } from './offer/routes.ts';
import type { OperationName } from './operations.ts';
import { postingHandlers } from './posting/routes.ts';
import { rankListHandlers } from './ranklist/routes.ts';
import { roundHandlers } from './round/routes.ts';
import { savedPostingHandlers } from './saved-posting/routes.ts';
import { savedSearchHandlers } from './saved-search/routes.ts';
import { seatingHandlers } from './seating/routes.ts';
import { studentHandlers } from './student/routes.ts';
import { suggestionHandlers } from './suggestion/routes.ts';
import { systemHandlers } from './system/routes.ts';
import { whatIfHandlers } from './what-if/routes.ts';

/** Who carries out each operation; one that is missing here does not compile. */
export const handlers: Handlers<OperationName> = {
  ...systemHandlers,
  ...cycleHandlers,
  ...companyHandlers,
  ...postingHandlers,
  ...studentHandlers,
  ...suggestionHandlers,
  ...savedPostingHandlers,
  ...savedSearchHandlers,
  ...applicationHandlers,
  ...rankListHandlers,
  ...seatingHandlers,
  ...roundHandlers,
  ...whatIfHandlers,
  ...offerHandlers,
  ...importHandlers,
  ...jobHandlers,
  ...auditHandlers,
};
