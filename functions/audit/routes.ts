import type { Handlers } from '../call.ts';
import type { auditOperations } from './api.ts';
import { listAudit } from './store.ts';

export const auditHandlers: Handlers<keyof typeof auditOperations> = {
  listAudit: ({ query, deps, now }) => listAudit(deps.table, now, query),
};
