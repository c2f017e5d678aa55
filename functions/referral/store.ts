import { createHash } from 'node:crypto';
import * as z from 'zod';
import { notFound } from '../errors.ts';
import { InvitationLinkId, ReferrerId } from '../ids.ts';
import { countAt } from '../table/count.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Query, Stamp, Table } from '../table/table.ts';
import { unknownInvitation } from './rules.ts';
import { InvitationLink, Referral, Referrer, ReferrerPerson } from './schema.ts';

const referrerKey = (id: string): Key => ({ pk: `REFERRER#${id}`, sk: 'REFERRER' });
export const everyReferrer = { index: 'gsi1', pk: 'REFERRERS' } as const;
export const referrers = entity({
  schema: Referrer,
  key: (referrer) => referrerKey(referrer.id),
  index: (referrer) => ({ gsi1: { pk: everyReferrer.pk, sk: referrer.id } }),
});

export const getReferrer = async (table: Table, id: string): Promise<Referrer> => {
  const referrer = await referrers.get(table, referrerKey(id));
  if (referrer === undefined) throw notFound('referrer');
  return referrer;
};

const personKey = (email: string): Key => ({
  pk: `REFERRER_PERSON#${email.toLowerCase()}`,
  sk: 'REFERRER_PERSON',
});
const peopleOf = (referrerId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi1',
  pk: `REFERRER#${referrerId}#PEOPLE`,
});
export const referrerPeople = entity({
  schema: ReferrerPerson,
  key: (person) => personKey(person.email),
  index: (person) => ({ gsi1: { pk: peopleOf(person.referrerId).pk, sk: person.email } }),
});

export const findPerson = (table: Table, email: string): Promise<ReferrerPerson | undefined> =>
  referrerPeople.get(table, personKey(email));

export const listPeople = (table: Table, referrerId: string): Promise<ReferrerPerson[]> =>
  Array.fromAsync(referrerPeople.all(table, peopleOf(referrerId)));

/** The referrer that an account acts for. */
export const referrerOfPerson = async (table: Table, email: string): Promise<ReferrerId | undefined> =>
  (await findPerson(table, email))?.referrerId;

const linkKey = (referrerId: string, id: string): Key => ({
  pk: `REFERRER#${referrerId}`,
  sk: `INVITATION_LINK#${id}`,
});
export const invitationLinks = entity({
  schema: InvitationLink,
  key: (link) => linkKey(link.referrerId, link.id),
});

/** All that a referrer made, the newest first. */
export const linksOf = async (table: Table, referrerId: string): Promise<InvitationLink[]> => {
  const query = { pk: `REFERRER#${referrerId}`, sk: { prefix: 'INVITATION_LINK#' } };
  const links = await Array.fromAsync(invitationLinks.all(table, query));
  return links.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
};

/** How many a referrer made. */
export const linkCount = (table: Table, referrerId: string) =>
  countAt(
    table,
    { pk: `REFERRER#${referrerId}`, sk: 'INVITATION_LINK_COUNT' },
    async () => (await linksOf(table, referrerId)).length,
  );

/** A link exists for the referrer that made it only. */
export const getLink = async (table: Table, referrerId: string, id: string): Promise<InvitationLink> => {
  const link = await invitationLinks.get(table, linkKey(referrerId, id));
  if (link === undefined) throw notFound('invitation link');
  return link;
};

/** Which link a code opens. Kept by the code's hash: who reads the record can follow no link. */
const Code = z.object({ referrerId: ReferrerId, linkId: InvitationLinkId });
const codeKey = (code: string): Key => ({
  pk: `INVITATION_CODE#${createHash('sha256').update(code).digest('hex')}`,
  sk: 'INVITATION_CODE',
});
export const codeOf = (
  link: Pick<InvitationLink, 'id' | 'referrerId'>,
  code: string,
  by: Stamp,
): Operation => ({
  put: { ...codeKey(code), body: { referrerId: link.referrerId, linkId: link.id }, stamp: by },
  if: { absent: true },
});

export const linkOfCode = async (table: Table, code: string): Promise<InvitationLink> => {
  const item = await table.get(codeKey(code));
  if (item === undefined) throw unknownInvitation();
  const { referrerId, linkId } = Code.parse(item.body);
  return getLink(table, referrerId, linkId);
};

const referralKey = (studentId: string): Key => ({ pk: `STUDENT#${studentId}`, sk: 'REFERRAL' });
const broughtBy = (referrerId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi1',
  pk: `REFERRER#${referrerId}#STUDENTS`,
});
export const consentedTo = (referrerId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi2',
  pk: `REFERRER#${referrerId}#CONSENTED`,
});
export const referrals = entity({
  schema: Referral,
  key: (referral) => referralKey(referral.studentId),
  index: ({ referrerId, studentId, joinedAt, consent }) => ({
    gsi1: { pk: broughtBy(referrerId).pk, sk: `${joinedAt}#${studentId}` },
    ...(consent && { gsi2: { pk: consentedTo(referrerId).pk, sk: `${joinedAt}#${studentId}` } }),
  }),
});

export const findReferral = (table: Table, studentId: string): Promise<Referral | undefined> =>
  referrals.get(table, referralKey(studentId));

export const referralsOf = (table: Table, referrerId: string): AsyncGenerator<Referral> =>
  referrals.all(table, broughtBy(referrerId));
