import type { Handlers } from '../call.ts';
import { DomainError, notFound, Unavailable } from '../errors.ts';
import { InvitationLinkId, ReferrerId } from '../ids.ts';
import { requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { inTurns } from '../in-turns.ts';
import { commit } from '../table/entity.ts';
import { takeTurns } from '../table/take-turns.ts';
import type { Table } from '../table/table.ts';
import type { referralOperations } from './api.ts';
import { join } from './join.ts';
import { myReferral, referrerView } from './view.ts';
import { progressOf } from './progress.ts';
import { figuresFrom, isShown, type Reached, requireRoom, requireSensible, stateOf } from './rules.ts';
import type { InvitationLink, ReferredStudent } from './schema.ts';
import {
  codeOf,
  consentedTo,
  everyReferrer,
  findPerson,
  findReferral,
  getLink,
  getReferrer,
  invitationLinks,
  linkCount,
  linkOfCode,
  linksOf,
  referrals,
  referralsOf,
  referrerPeople,
  referrers,
} from './store.ts';

const alreadyActs = (): DomainError =>
  new DomainError('conflict', 'already_referrer', 'This address already acts for a referrer.', {
    fields: [{ pointer: '/email', reason: 'acts for a referrer already' }],
  });

const linkView = (link: InvitationLink, now: string) => ({ ...link, state: stateOf(link, now) });

/** By the item and not by the index that found it: a consent that was taken back a moment ago is gone. */
const studentByName = async (
  table: Table,
  studentId: string,
  referrerId: string,
): Promise<ReferredStudent[]> => {
  const referral = await findReferral(table, studentId);
  if (referral?.referrerId !== referrerId || !isShown(referral)) return [];
  const { stage, student } = await progressOf(table, studentId);
  const { names, university } = student?.profile ?? {};
  return [
    { name: names?.preferred ?? '–', ...(university !== undefined && { university }), progress: stage },
  ];
};

const stagesOf = async (table: Table, referrerId: string): Promise<Reached[]> => {
  const reached: Reached[] = [];
  await inTurns(await Array.fromAsync(referralsOf(table, referrerId)), async (referral) => {
    const { stage } = await progressOf(table, referral.studentId);
    reached.push({ stage, shown: isShown(referral) });
  });
  return reached;
};

export const referralHandlers: Handlers<keyof typeof referralOperations> = {
  getInvitation: async ({ params, deps, now }) => {
    const link = await linkOfCode(deps.table, params.code);
    const { name, kind } = await getReferrer(deps.table, link.referrerId);
    return { referrer: { name, kind }, state: stateOf(link, now), expiresAt: link.expiresAt };
  },

  joinByInvitation: async ({ actor, params, deps, now }) => {
    await join(deps, actor, params.code, now);
    return myReferral(deps.table, actor.studentId);
  },

  getReferral: ({ actor, deps }) => myReferral(deps.table, actor.studentId),

  setReferralConsent: async ({ actor, body, version, deps, now }) => {
    const referral = await findReferral(deps.table, actor.studentId);
    if (referral === undefined) throw notFound('referral');
    requireVersion(referral, version, 'consent');
    const { consent: _, ...rest } = referral;
    const changed = {
      ...rest,
      ...(body.consent !== null && { consent: { version: body.consent, at: now } }),
    };
    const action = body.consent === null ? 'referral.withdraw_consent' : 'referral.consent';
    await commit(deps.table, [referrals.update(changed, stamp(actor, action, now))]);
    return myReferral(deps.table, actor.studentId);
  },

  listInvitationLinks: async ({ actor, deps, now }) => ({
    items: (await linksOf(deps.table, actor.referrerId)).map((link) => linkView(link, now)),
  }),

  createInvitationLink: async ({ actor, body, deps, now }) => {
    const { referrerId } = actor;
    requireSensible(body, now);
    const id = InvitationLinkId.parse(`lnk_${deps.newId()}`);
    const code = deps.newId() + deps.newId().slice(0, 6);
    const by = stamp(actor, 'invitation_link.create', now);
    const link = { ...body, id, referrerId, used: 0, createdAt: now };
    await takeTurns(
      async () => {
        const { count, oneMore } = await linkCount(deps.table, referrerId);
        requireRoom(count);
        await deps.table.write([invitationLinks.create(link, by), codeOf(link, code, by), oneMore(by)]);
      },
      () => new Unavailable('Too many make links at this moment.'),
    );
    const made = await getLink(deps.table, referrerId, id);
    return { ...linkView(made, now), url: `${deps.site}/join/${code}` };
  },

  revokeInvitationLink: async ({ actor, params, version, deps, now }) => {
    const link = await getLink(deps.table, actor.referrerId, params.linkId);
    requireVersion(link, version, 'invitation link');
    const by = stamp(actor, 'invitation_link.revoke', now);
    await commit(deps.table, [invitationLinks.update({ ...link, revokedAt: link.revokedAt ?? now }, by)]);
    return linkView(await getLink(deps.table, actor.referrerId, link.id), now);
  },

  listReferredStudents: async ({ actor, query: { limit, cursor }, deps }) => {
    const { referrerId } = actor;
    const page = await referrals.list(deps.table, { ...consentedTo(referrerId), limit, cursor });
    const found = await Promise.all(
      page.items.map(({ studentId }) => studentByName(deps.table, studentId, referrerId)),
    );
    return { ...page, items: found.flat() };
  },

  getReferralFigures: async ({ actor, deps }) => {
    const links = await linksOf(deps.table, actor.referrerId);
    const invited = links.reduce((sum, { cap }) => sum + cap, 0);
    return figuresFrom(await stagesOf(deps.table, actor.referrerId), invited);
  },

  listReferrers: async ({ query: { limit, cursor }, deps }) => {
    const page = await referrers.list(deps.table, { ...everyReferrer, limit, cursor });
    const items = await Promise.all(page.items.map((referrer) => referrerView(deps.table, referrer)));
    return { ...page, items };
  },

  createReferrer: async ({ actor, body, deps, now }) => {
    const { email, ...content } = body;
    const id = ReferrerId.parse(`ref_${deps.newId()}`);
    const by = stamp(actor, 'referrer.create', now);
    await commit(
      deps.table,
      [
        referrers.create({ ...content, id, createdAt: now }, by),
        referrerPeople.create({ email, referrerId: id, invitedAt: now }, by),
      ],
      alreadyActs,
    );
    return referrerView(deps.table, await getReferrer(deps.table, id));
  },

  inviteToReferrer: async ({ actor, params, body, deps, now }) => {
    const referrer = await getReferrer(deps.table, params.referrerId);
    const person = { email: body.email, referrerId: referrer.id, invitedAt: now };
    await commit(
      deps.table,
      [referrerPeople.create(person, stamp(actor, 'referrer.invite', now))],
      alreadyActs,
    );
    return referrerView(deps.table, referrer);
  },

  removeFromReferrer: async ({ actor, params, deps, now }) => {
    const person = await findPerson(deps.table, params.email);
    if (person?.referrerId !== params.referrerId) throw notFound('person');
    await commit(deps.table, [referrerPeople.remove(person, stamp(actor, 'referrer.remove', now))]);
  },
};
