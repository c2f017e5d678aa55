import { operations } from '../operation.ts';
import { pageOf } from '../values.ts';
import { AuditEntryView, AuditQuery } from './schema.ts';

export const auditOperations = operations({
  listAudit: {
    method: 'get',
    path: '/audit',
    summary: 'Who did what, newest first',
    query: AuditQuery,
    response: pageOf(AuditEntryView),
  },
});
