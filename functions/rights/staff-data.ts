import type { CompanyActor, CoordinatorActor, ReferrerAccountActor } from '../actor.ts';
import { AuditEntry } from '../audit/schema.ts';
import { entriesOf } from '../audit/store.ts';
import { askedOf } from '../company/asked.ts';
import { invitationsTo } from '../company/invitations.ts';
import { findRecruiter, recruiters } from '../company/recruiters.ts';
import { calledAs, getCompany } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import { findPerson } from '../referral/store.ts';
import { supportLooks } from '../support/store.ts';
import { everyItem } from '../table/every.ts';
import type { Item, Key } from '../table/table.ts';
import { dutiesOf } from './duties.ts';
import { deletionView, lettersTo, plain } from './my-data.ts';
import type { MyData } from './schema.ts';
import { findDeletion, kindOfHeld, signatureOf } from './store.ts';

export type StaffActor = CompanyActor | CoordinatorActor | ReferrerAccountActor;
export const whoseOf = ({ kind, subject }: StaffActor) => ({ role: kind, subject });

/** By what somebody makes or writes a thing, and in what partition it lies. */
const made: Readonly<Record<string, string>> = {
  'api_key.create': 'API_KEY',
  'webhook.create': 'WEBHOOK',
  'broadcast.send': 'BROADCAST',
  'invitation_link.create': 'REFERRER',
  'evaluation.submitted': 'STUDENT',
};
/** The key of an item by what the trail calls it: `evaluation k3v9/rnd_…#final#company`. */
const keyOf = ({ action, entity }: AuditEntry): Key | undefined => {
  const [kind = '', ids = ''] = entity.split(' ', 2);
  const [owner = '', of] = ids.split('/', 2);
  const partition = made[action];
  if (partition === undefined) return undefined;
  const sk = kind.toUpperCase();
  return { pk: `${partition}#${owner}`, sk: of === undefined ? sk : `${sk}#${of}` };
};

/** Secrets are shown to nobody once more. */
const withoutSecrets = ({ body }: Item): Item['body'] => {
  const { key: _, hash: __, secrets: ___, ...rest } = body;
  return rest;
};

/** Everyone who may read what this person is named in. */
const seenBy = async ({ table }: Deps, actor: StaffActor): Promise<MyData['seenBy']> => {
  if (actor.kind !== 'company' || actor.companyId === undefined) return [];
  const what = calledAs(await getCompany(table, actor.companyId));
  const seen: MyData['seenBy'] = [{ kind: 'company', what }];
  const looks = { pk: `COMPANY#${actor.companyId}`, sk: { prefix: 'SUPPORT_LOOK#' } };
  for await (const item of everyItem(table, looks)) {
    const { at, reason } = supportLooks.parse(item);
    seen.push({ kind: 'coordinator', what: 'support', at, reason });
  }
  return seen;
};

const companyOf = (actor: StaffActor): string | undefined =>
  actor.kind === 'company' ? actor.companyId : undefined;

const membershipOf = async ({ table }: Deps, { kind, email }: StaffActor): Promise<object | undefined> => {
  if (kind === 'coordinator') return undefined;
  return kind === 'company' ? findRecruiter(table, email) : findPerson(table, email);
};

/** What somebody made or wrote; what a company wrote stays with the company, also for who has left it. */
async function* madeBy(
  { table }: Deps,
  actor: StaffActor,
  trail: readonly AuditEntry[],
): AsyncGenerator<Item> {
  for (const key of trail.map(keyOf).filter((one) => one !== undefined)) {
    const item = await table.get(key);
    const of = item?.body.companyId ?? item?.body.owner ?? item?.body.referrerId;
    const own = companyOf(actor) ?? (actor.kind === 'referrer' ? actor.referrerId : undefined);
    const isOthers = actor.kind !== 'coordinator' && of !== undefined && of !== own;
    if (item !== undefined && !isOthers) yield item;
  }
}

const heldOf = async (deps: Deps, actor: StaffActor): Promise<MyData['held']> => {
  const { table } = deps;
  const { kind: role, subject, email, name } = actor;
  const held: Record<string, MyData['held'][string]> = { account: [{ subject, role, email, name }] };
  const add = (kind: string, one: object) => (held[kind] ??= []).push(plain({ ...one }));
  const addItem = (item: Item) => add(kindOfHeld(item).toLowerCase(), withoutSecrets(item));
  const membership = await membershipOf(deps, actor);
  if (membership !== undefined) add('membership', membership);
  if (role === 'company') {
    for await (const invitation of recruiters.all(table, invitationsTo(email))) add('invitation', invitation);
    for await (const item of everyItem(table, askedOf(email))) addItem(item);
  }
  const companyId = companyOf(actor);
  const inbox = { pk: `RECRUITER#${email.toLowerCase()}#${companyId}` };
  if (companyId !== undefined) for await (const item of everyItem(table, inbox)) addItem(item);
  const trail: AuditEntry[] = [];
  for await (const { body } of entriesOf(table, { index: 'gsi2', name: signatureOf(whoseOf(actor)) }))
    trail.push(AuditEntry.parse(body));
  for await (const item of madeBy(deps, actor, trail)) addItem(item);
  for (const letter of await lettersTo(deps, email)) add('letter', letter);
  for (const entry of trail.toSorted((a, b) => (a.at < b.at ? 1 : -1))) add('trail', entry);
  return held;
};

/** All that is held about somebody who acts for a company, the programme or a referrer. */
export const staffData = async (deps: Deps, actor: StaffActor, now: string): Promise<MyData> => {
  const { kind: role, subject, email } = actor;
  const deletion = await findDeletion(deps.table, whoseOf(actor));
  const duties = await dutiesOf(deps, { role, subject, email });
  return {
    role,
    subject,
    email,
    takenAt: now,
    held: await heldOf(deps, actor),
    seenBy: await seenBy(deps, actor),
    consents: [],
    consentHistory: [],
    ...(deletion && { deletion: deletionView(deletion) }),
    ...(duties && { duties }),
  };
};
