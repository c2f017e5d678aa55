import * as z from 'zod';
import { ApplicationId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import {
  Applicant,
  Application,
  ApplicationContent,
  ApplicationMove,
  MyApplication,
  NewApplication,
  Quota,
} from './schema.ts';

const params = z.object({ applicationId: ApplicationId });

export const applicationOperations = operations({
  listMyApplications: {
    method: 'get',
    path: '/applications',
    summary: "The student's own applications, and how many more are allowed",
    query: PageQuery,
    response: pageOf(MyApplication).extend({ quota: Quota }),
  },
  apply: {
    method: 'post',
    path: '/applications',
    summary: 'Apply to a posting, or start a draft',
    body: NewApplication,
    response: Application,
    status: 201,
  },
  getMyApplication: {
    method: 'get',
    path: '/applications/{applicationId}',
    summary: "One of the student's own applications",
    params,
    response: MyApplication,
  },
  getApplicant: {
    method: 'get',
    path: '/applications/{applicationId}/applicant',
    summary: 'One application as the company sees it: profile and reasons',
    params,
    response: Applicant,
  },
  updateApplication: {
    method: 'put',
    path: '/applications/{applicationId}',
    summary: 'Change a draft',
    params,
    body: ApplicationContent,
    response: Application,
    ifMatch: true,
  },
  moveApplication: {
    method: 'post',
    path: '/applications/{applicationId}/state',
    summary:
      'Submit, withdraw (student); review, shortlist, interview, mark ready to rank, turn down (company)',
    params,
    body: ApplicationMove,
    response: Application,
    ifMatch: true,
  },
});
