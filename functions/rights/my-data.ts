import { calledAs, findCompany } from '../company/store.ts';
import { applications } from '../application/store.ts';
import { hasReachedCompany } from '../application/rules.ts';
import type { StudentActor } from '../actor.ts';
import { cycles, everyCycle } from '../cycle/store.ts';
import { consentChanges } from '../consent/store.ts';
import type { Deps } from '../deps.ts';
import { findReferral } from '../referral/store.ts';
import { keepsOf } from '../retention/keeps.ts';
import { publishedRound } from '../round/store.ts';
import { findStudent } from '../student/store.ts';
import { supportLooks } from '../support/store.ts';
import { everyItem } from '../table/every.ts';
import type { Item } from '../table/table.ts';
import { wordIn } from './word-in.ts';
import { looks } from './opened.ts';
import { type Deletion, DeletionView, type MyData } from './schema.ts';
import { findDeletion, kindOfHeld, ofPerson } from './store.ts';

export const deletionView = (deletion: Deletion): NonNullable<MyData['deletion']> =>
  DeletionView.parse(deletion);

/** What an evaluation by the company, a note of an interview or an unpublished result says is shown where its own rules allow it. */
const isShown = async ({ table }: Deps, item: Item): Promise<boolean> => {
  const { sk, body } = item;
  if (sk.startsWith('EVALUATION#')) return body.side === 'student';
  if (sk.startsWith('OFFER#') || sk.startsWith('OUTCOME#'))
    return (await publishedRound(table, wordIn(body, 'roundId'))) !== undefined;
  return true;
};

/**
 * A secret of letters' links, what only the company sees, and which coordinator looked are no part of what the student is
 * handed.
 */
const shownOf = (item: Item): Item['body'] => {
  const { key: _, note, by, ...rest } = item.body;
  const isLook = ['LOOK', 'SUPPORT_LOOK'].includes(kindOfHeld(item));
  return {
    ...rest,
    ...(note !== undefined && !item.sk.startsWith('INTERVIEW#') && { note }),
    ...(by !== undefined && !isLook && { by }),
  };
};

const seenBy = async ({ table }: Deps, items: readonly Item[]): Promise<MyData['seenBy']> => {
  const seen: MyData['seenBy'] = [];
  const read = items
    .filter((item) => kindOfHeld(item) === 'APPLICATION')
    .map((item) => applications.parse(item));
  for (const application of read.filter(hasReachedCompany)) {
    const company = await findCompany(table, application.companyId);
    const what = company ? calledAs(company) : { en: application.companyId };
    const at = application.history.find(({ state }) => state === 'submitted')?.at;
    seen.push({ kind: 'company', what, ...(at && { at }) });
  }
  for (const item of items.filter((one) => kindOfHeld(one) === 'SUPPORT_LOOK')) {
    const { at, reason } = supportLooks.parse(item);
    seen.push({ kind: 'coordinator', what: 'support', at, reason });
  }
  for (const item of items.filter((one) => kindOfHeld(one) === 'LOOK')) {
    const { what, at } = looks.parse(item);
    seen.push({ kind: 'coordinator', what, at });
  }
  return seen;
};

/** Letters to an address, where they stay here. */
export const lettersTo = async ({ mailbox }: Deps, email: string): Promise<MyData['held'][string]> => {
  if (mailbox === undefined) return [];
  const { letters } = await mailbox.received(email, { limit: 1_000 });
  return letters.map((letter) => ({ ...letter }));
};

/** All that is held about a student. */
export const studentData = async (
  deps: Deps,
  { studentId, email }: StudentActor,
  now: string,
): Promise<MyData> => {
  const items = await Array.fromAsync(everyItem(deps.table, ofPerson({ studentId })));
  const held: Record<string, MyData['held'][string]> = {};
  for (const item of items)
    if (await isShown(deps, item)) (held[kindOfHeld(item).toLowerCase()] ??= []).push(plain(shownOf(item)));
  const letters = await lettersTo(deps, email);
  if (letters.length > 0) held.letter = letters;
  const [student, referral, deletion, keeps] = await Promise.all([
    findStudent(deps.table, studentId),
    findReferral(deps.table, studentId),
    findDeletion(deps.table, { studentId }),
    Array.fromAsync(cycles.all(deps.table, everyCycle)).then((all) => keepsOf(deps.table, studentId, all)),
  ]);
  const seen = await seenBy(deps, items);
  if (referral?.consent) seen.push({ kind: 'referrer', what: referral.referrerId, at: referral.consent.at });
  const { privacy, ranking } = student?.profile.consents ?? {};
  const at = student?.consentedAt;
  return {
    role: 'student',
    subject: studentId,
    email,
    takenAt: now,
    held,
    seenBy: seen,
    consents: [
      ...(privacy === undefined ? [] : [{ to: 'privacy', version: privacy, ...(at && { at }) }]),
      ...(ranking === true ? [{ to: 'ranking', ...(at && { at }) }] : []),
      ...(referral?.consent ? [{ to: 'referrer', ...referral.consent }] : []),
    ],
    consentHistory: items
      .filter((item) => kindOfHeld(item) === 'CONSENT')
      .map((item) => consentChanges.parse(item))
      .map(({ to, given, words, at: changedAt }) => ({
        to,
        given,
        ...(words !== undefined && { words }),
        at: changedAt,
      }))
      .toReversed(),
    ...(keeps && { keeps }),
    ...(deletion && { deletion: deletionView(deletion) }),
  };
};

export const plain = (body: object): MyData['held'][string][number] => JSON.parse(JSON.stringify(body));
