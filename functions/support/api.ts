import * as z from 'zod';
import { CompanyId, StudentId } from '../ids.ts';
import { operations } from '../operation.ts';
import { Reason } from '../values.ts';
import { CompanySupport, OpenLook, StudentSupport } from './schema.ts';

const body = z.strictObject({ reason: Reason });
const lookId = z.string().regex(/^look_[a-z0-9]{16,32}$/);

export const supportOperations = operations({
  findStudentToLookAt: {
    method: 'get',
    path: '/students/{studentId}/support-looks',
    summary: 'Whether there is such a student: tells nothing of them, and is no look',
    params: z.object({ studentId: StudentId }),
    response: z.object({ studentId: StudentId }),
  },
  lookAtStudent: {
    method: 'post',
    path: '/students/{studentId}/support-looks',
    summary: 'Say why you look at what a student sees; it is kept in the audit trail',
    params: z.object({ studentId: StudentId }),
    body,
    response: OpenLook,
    status: 201,
  },
  getStudentSupport: {
    method: 'get',
    path: '/students/{studentId}/support-looks/{lookId}',
    summary: 'What a student sees, read only, for half an hour; never what is on a rank list',
    params: z.object({ studentId: StudentId, lookId }),
    response: StudentSupport,
  },
  lookAtCompany: {
    method: 'post',
    path: '/companies/{companyId}/support-looks',
    summary: 'Say why you look at what a company sees; it is kept in the audit trail',
    params: z.object({ companyId: CompanyId }),
    body,
    response: OpenLook,
    status: 201,
  },
  getCompanySupport: {
    method: 'get',
    path: '/companies/{companyId}/support-looks/{lookId}',
    summary: 'What a company sees, read only, for half an hour; never what is on a rank list',
    params: z.object({ companyId: CompanyId, lookId }),
    response: CompanySupport,
  },
});
