import * as z from 'zod';
import { CompanyId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery, Words } from '../values.ts';
import {
  Company,
  CompanyContent,
  CompanyDraft,
  CompanyInvitation,
  CompanyMove,
  CompanyState,
  Invitation,
  InvitationAnswer,
  ProposalDecision,
  PublicCompany,
  Recruiter,
} from './schema.ts';

const params = z.object({ companyId: CompanyId });

export const companyOperations = operations({
  listPublicCompanies: {
    method: 'get',
    path: '/public-companies',
    summary: 'The verified companies',
    query: PageQuery,
    response: pageOf(PublicCompany),
  },
  listCompanies: {
    method: 'get',
    path: '/companies',
    summary: 'All companies, for checking; or the first whose names, number or id contain the words',
    query: PageQuery.extend({
      state: CompanyState.optional(),
      q: Words.optional(),
      proposed: z
        .literal('true')
        .optional()
        .meta({ description: 'Only those whose new name, website or contact is waiting to be checked' }),
    }),
    response: pageOf(Company),
  },
  registerCompany: {
    method: 'post',
    path: '/companies',
    summary: 'Register a company; who registers it becomes its first recruiter',
    body: CompanyContent,
    response: Company,
    status: 201,
  },
  getCompany: {
    method: 'get',
    path: '/companies/{companyId}',
    summary: 'One company',
    params,
    response: Company,
  },
  updateCompany: {
    method: 'put',
    path: '/companies/{companyId}',
    summary: 'Change what a company says about itself',
    params,
    body: CompanyDraft,
    response: Company,
    ifMatch: true,
  },
  moveCompany: {
    method: 'post',
    path: '/companies/{companyId}/state',
    summary: 'Submit (company); verify, ask for more, reject, suspend (coordinator)',
    params,
    body: CompanyMove,
    response: Company,
    ifMatch: true,
  },
  decideCompanyChange: {
    method: 'post',
    path: '/companies/{companyId}/change',
    summary: 'Accept or refuse the new name, website or contact of a verified company',
    params,
    body: ProposalDecision,
    response: Company,
    ifMatch: true,
  },
  listRecruiters: {
    method: 'get',
    path: '/companies/{companyId}/recruiters',
    summary: "A company's recruiters, then those it invited who have not accepted",
    params,
    query: PageQuery,
    response: pageOf(Recruiter),
  },
  inviteRecruiter: {
    method: 'post',
    path: '/companies/{companyId}/recruiters',
    summary: 'Invite a colleague, who acts for the company once the invitation is accepted',
    params,
    body: Invitation,
    response: Recruiter,
    status: 201,
  },
  removeRecruiter: {
    method: 'delete',
    path: '/companies/{companyId}/recruiters/{email}',
    summary: 'Stop a recruiter from acting for the company, or take an invitation back',
    params: params.extend({ email: z.email() }),
    query: z.object({
      giveUp: z.literal('true').optional().meta({
        description:
          'Where the account alone acts for a company that is a draft, was asked for more or was rejected: closes it for good',
      }),
    }),
  },
  listCompanyInvitations: {
    method: 'get',
    path: '/company-invitations',
    summary: 'The companies that invite the signed-in person',
    response: z.object({ items: z.array(CompanyInvitation) }),
  },
  answerCompanyInvitation: {
    method: 'post',
    path: '/company-invitations/{companyId}',
    summary: 'Accept an invitation, and act for the company from now on, or decline it',
    params,
    body: InvitationAnswer,
  },
});
