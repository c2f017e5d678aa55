import * as z from 'zod';
import { InvitationLinkId, ReferrerId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import {
  ConsentChange,
  Invitation,
  InvitationCode,
  InvitationLinkView,
  MadeInvitationLink,
  MyReferral,
  NewInvitationLink,
  NewReferrer,
  ReferralFigures,
  ReferredStudent,
  ReferrerInvitation,
  ReferrerView,
} from './schema.ts';

const params = z.object({ referrerId: ReferrerId });
const code = z.object({ code: InvitationCode });

export const referralOperations = operations({
  getInvitation: {
    method: 'get',
    path: '/invitations/{code}',
    summary: 'Who invites by a link, and whether it is open',
    params: code,
    response: Invitation,
  },
  joinByInvitation: {
    method: 'post',
    path: '/invitations/{code}/students',
    summary: 'Confirm that whoever made the link referred the student',
    params: code,
    response: MyReferral,
  },
  getReferral: {
    method: 'get',
    path: '/students/me/referral',
    summary: 'Who referred the student, what that referrer may see, and what it would see with consent',
    response: MyReferral,
  },
  setReferralConsent: {
    method: 'put',
    path: '/students/me/referral/consent',
    summary: 'Let the referrer see the student by name, or no longer',
    body: ConsentChange,
    response: MyReferral,
    ifMatch: true,
  },
  listInvitationLinks: {
    method: 'get',
    path: '/referrers/me/invitation-links',
    summary: "The referrer's links, newest first",
    response: z.object({ items: z.array(InvitationLinkView) }),
  },
  createInvitationLink: {
    method: 'post',
    path: '/referrers/me/invitation-links',
    summary: 'Make a link for one student or several; its address is shown only once',
    body: NewInvitationLink,
    response: MadeInvitationLink,
    status: 201,
    shownOnce: true,
  },
  revokeInvitationLink: {
    method: 'post',
    path: '/referrers/me/invitation-links/{linkId}/revocation',
    summary: 'Take a link back: nobody can join with it any more',
    params: z.object({ linkId: InvitationLinkId }),
    response: InvitationLinkView,
    ifMatch: true,
  },
  listReferredStudents: {
    method: 'get',
    path: '/referrers/me/students',
    summary: 'Those students who agreed to be seen by name',
    query: PageQuery,
    response: pageOf(ReferredStudent),
  },
  getReferralFigures: {
    method: 'get',
    path: '/referrers/me/figures',
    summary: "What became of the referrer's students, counted; small counts are left out",
    response: ReferralFigures,
  },
  listReferrers: {
    method: 'get',
    path: '/referrers',
    summary: 'Student unions and workstations, with who acts for them',
    query: PageQuery,
    response: pageOf(ReferrerView),
  },
  createReferrer: {
    method: 'post',
    path: '/referrers',
    summary: 'Add a student union or workstation and invite its first person',
    body: NewReferrer,
    response: ReferrerView,
    status: 201,
  },
  inviteToReferrer: {
    method: 'post',
    path: '/referrers/{referrerId}/people',
    summary: 'Let someone act for a referrer',
    params,
    body: ReferrerInvitation,
    response: ReferrerView,
    status: 201,
  },
  removeFromReferrer: {
    method: 'delete',
    path: '/referrers/{referrerId}/people/{email}',
    summary: 'Stop someone from acting for a referrer',
    params: params.extend({ email: z.email() }),
  },
});
