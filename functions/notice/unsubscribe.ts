import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { CompanyId, StudentId } from '../ids.ts';
import { inboxesOf } from './person.ts';
import { type Inbox, Topic } from './schema.ts';
import { findInbox, nameOfInbox } from './store.ts';
import type { Topic as TopicName } from './topics.ts';

/** Whose letters of what stop. Of a recruiter it holds the inbox's name, never the address. */
const Claim = z.tuple([z.enum(['student', 'recruiter']), z.string(), z.string(), Topic]);

const macBytes = 16;
const macOf = (key: string, claim: string): Buffer =>
  createHmac('sha256', key).update(claim).digest().subarray(0, macBytes);

/** Signed with a secret of the inbox alone: nobody can make one for another person or topic. */
export const unsubscribeToken = (inbox: Inbox, topic: TopicName, key: string): string => {
  const of = inbox.kind === 'student' ? inbox.studentId : inbox.companyId;
  const claim = JSON.stringify([inbox.kind, of, nameOfInbox(inbox), topic]);
  return Buffer.concat([macOf(key, claim), Buffer.from(claim)]).toString('base64url');
};

const invalid = () =>
  new DomainError(
    'not_found',
    'unsubscribe_link_invalid',
    'This link is not valid. Sign in and choose in the notice settings which emails you get.',
  );

const claimOf = (bytes: Buffer): z.infer<typeof Claim> => {
  try {
    return Claim.parse(JSON.parse(bytes.toString()));
  } catch {
    throw invalid();
  }
};

const inboxOf = async (deps: Deps, [kind, of, name]: z.infer<typeof Claim>): Promise<Inbox> => {
  const reader =
    kind === 'student'
      ? { kind: 'student' as const, studentId: StudentId.safeParse(of).data }
      : { kind: 'company' as const, companyId: CompanyId.safeParse(of).data };
  const all =
    reader.kind === 'student'
      ? reader.studentId === undefined
        ? []
        : await inboxesOf(deps, { kind: 'student', studentId: reader.studentId })
      : reader.companyId === undefined
        ? []
        : await inboxesOf(deps, { kind: 'company', companyId: reader.companyId });
  const found = all.find((inbox) => nameOfInbox(inbox) === name);
  if (found === undefined) throw invalid();
  return found;
};

/** Whose letters of what a link stops, or a refusal that tells nothing. */
export const openUnsubscribe = async (
  deps: Deps,
  token: string,
): Promise<{ inbox: Inbox; topic: TopicName }> => {
  const bytes = Buffer.from(token, 'base64url');
  const [mac, claim] = [bytes.subarray(0, macBytes), bytes.subarray(macBytes)];
  const parsed = claimOf(claim);
  const inbox = await inboxOf(deps, parsed);
  const key = (await findInbox(deps.table, inbox))?.key;
  if (key === undefined || mac.length !== macBytes || !timingSafeEqual(mac, macOf(key, claim.toString())))
    throw invalid();
  return { inbox, topic: parsed[3] };
};
