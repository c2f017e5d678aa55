import { apiKeys, keyUses } from '../../../functions/api-key/store.ts';
import { hashOf } from '../../../functions/api-key/secret.ts';
import type { ApiKeyId } from '../../../functions/ids.ts';
import * as ids from '../../../functions/ids.ts';
import { type Referral, referralConsentVersion } from '../../../functions/referral/schema.ts';
import {
  codeOf,
  invitationLinks,
  referrals,
  referrerPeople,
  referrers,
} from '../../../functions/referral/store.ts';
import type { Operation, Table } from '../../../functions/table/table.ts';
import { createDelivery, webhooks } from '../../../functions/webhook/store.ts';
import { referrer as account } from './accounts.ts';
import { cities } from './data.ts';
import { hoursAfter } from './days.ts';
import type { Random } from './random.ts';
import { byCoordinator, signed } from './record.ts';
import type { SeedStudent } from './students.ts';
import { writeAll } from './write.ts';

const day = 24;
const vancouver = ['America/Vancouver'];
const london = { zh: '伦敦中国学联', en: "London Chinese students' union" };

/** How those name their referrer who live in a zone. */
const namesIn = (zones: readonly string[]): ReadonlySet<string> =>
  new Set(
    cities
      .filter(({ zone }) => zones.includes(zone))
      .flatMap(({ referrer }) => (referrer ? [referrer.zh, referrer.en] : [])),
  );

interface Season {
  students: readonly SeedStudent[];
  label: string;
  cap: number;
  madeAt: string;
}

/** The workstation of the demonstration's account, with links of two years and those who joined by them. */
const workstation = (random: Random, seasons: readonly Season[], now: string): Operation[] => {
  const name = { zh: '温哥华海外工作站', en: 'Vancouver overseas workstation' };
  const founded = seasons[0]?.madeAt ?? now;
  const id = ids.ReferrerId.parse(`ref_${random.letters(20)}`);
  const invited = signed(byCoordinator, 'referrer.create', founded);
  const by = (action: string, at: string) => signed(`referrer:${account.subject}`, action, at);
  const theirs = namesIn(vancouver);
  const link = (of: { label: string; cap: number; used: number; at: string; more?: object }) => {
    const { label, cap, used, at, more } = of;
    const linkId = ids.InvitationLinkId.parse(`lnk_${random.letters(20)}`);
    const expiresAt = hoursAfter(at, 60 * day);
    const item = { id: linkId, referrerId: id, label, cap, used, createdAt: at, expiresAt, ...more };
    const made = by('invitation_link.create', at);
    return {
      linkId,
      operations: [invitationLinks.create(item, made), codeOf(item, random.letters(26), made)],
    };
  };
  const joined = seasons.flatMap(({ students, label, cap, madeAt }) => {
    const brought = students.filter(({ student }) => theirs.has(student.profile.referrer ?? ''));
    const { linkId, operations } = link({ label, cap, used: brought.length, at: madeAt });
    const those = brought.map(({ student: { id: studentId } }, at): Operation => {
      const joinedAt = hoursAfter(madeAt, 5 + at * 7);
      const consent = at % 3 === 1 && { version: referralConsentVersion, at: hoursAfter(joinedAt, 1) };
      const referral: Omit<Referral, 'version'> = {
        studentId,
        referrerId: id,
        linkId,
        joinedAt,
        ...(consent && { consent }),
      };
      const action = consent ? 'referral.consent' : 'referral.join';
      return referrals.create(
        referral,
        signed(`student:${studentId}`, action, consent ? consent.at : joinedAt),
      );
    });
    return [...operations, ...those];
  });
  const yesterday = hoursAfter(now, -day);
  return [
    referrers.create({ id, name, kind: 'workstation', createdAt: founded }, invited),
    referrerPeople.create({ email: account.email, referrerId: id, invitedAt: founded }, invited),
    ...joined,
    ...link({ label: '线下说明会海报', cap: 40, used: 0, at: yesterday }).operations,
    ...link({ label: '发错群', cap: 100, used: 0, at: yesterday, more: { revokedAt: now } }).operations,
  ];
};

const union = (random: Random, at: string): Operation[] => {
  const id = ids.ReferrerId.parse(`ref_${random.letters(20)}`);
  const by = signed(byCoordinator, 'referrer.create', at);
  return [
    referrers.create({ id, name: london, kind: 'student_union', createdAt: at }, by),
    referrerPeople.create({ email: 'union@london.demo.example', referrerId: id, invitedAt: at }, by),
  ];
};

/** A key in use and one that was revoked; nobody has the keys themselves. */
const keys = (random: Random, now: string): Operation[] => {
  const made = hoursAfter(now, -20 * day);
  const by = signed(byCoordinator, 'api_key.create', made);
  const keyOf = (name: string, more: object): [ApiKeyId, Operation] => {
    const id = ids.ApiKeyId.parse(`key_${random.letters(20)}`);
    const ends = {
      createdAt: made,
      expiresAt: hoursAfter(made, 180 * day),
      hash: hashOf(random.letters(40)),
    };
    return [
      id,
      apiKeys.create({ id, name, scopes: ['postings:read', 'figures:read'], ...ends, ...more }, by),
    ];
  };
  const [used, first] = keyOf('杨浦区就业信息大屏', {});
  const [, second] = keyOf('试用', { revokedAt: hoursAfter(now, -15 * day), scopes: ['postings:read'] });
  const lastUsedAt = hoursAfter(now, -1);
  const use = { keyId: used, minute: lastUsedAt.slice(0, 16), count: 3, lastUsedAt };
  return [first, second, keyUses.create(use, signed(`key:${used}`, 'api_key.use', lastUsedAt))];
};

/** A webhook of the programme with what was sent; paused, for nobody answers at its address. */
const hooks = (random: Random, now: string): Operation[] => {
  const webhookId = ids.WebhookId.parse(`whk_${random.letters(20)}`);
  const createdAt = hoursAfter(now, -10 * day);
  const secret = `whsec_${Buffer.from(random.letters(32)).toString('base64')}`;
  const hook = {
    id: webhookId,
    owner: 'programme' as const,
    name: '区级就业平台',
    url: 'https://hooks.platform.example/internships',
    types: ['posting.state_changed' as const, 'offer.answered' as const],
    paused: true,
    secrets: [{ value: secret }],
    createdAt,
  };
  const deliveryAt = (hours: number, more: { state: 'delivered' | 'dead'; last: object; tries: number }) => {
    const at = hoursAfter(createdAt, hours);
    const type = 'posting.state_changed' as const;
    const { last, ...rest } = more;
    const delivery = {
      webhookId,
      eventId: ids.EventId.parse(`evt_${random.letters(20)}`),
      type,
      body: JSON.stringify({ type, timestamp: at, data: {} }),
      replays: 0,
      createdAt: at,
      expiresAt: hoursAfter(now, 20 * day),
      last: { at, ms: 120, ...last },
      ...rest,
    };
    return createDelivery(delivery, signed('system:webhook', `delivery.${more.state}`, at));
  };
  return [
    webhooks.create(hook, signed(byCoordinator, 'webhook.create', createdAt)),
    deliveryAt(3, { state: 'delivered', tries: 1, last: { status: 204 } }),
    deliveryAt(30, { state: 'delivered', tries: 2, last: { status: 200, ms: 840, answer: 'ok' } }),
    deliveryAt(52, { state: 'dead', tries: 9, last: { ms: 10_000, failure: 'timeout' } }),
  ];
};

/** Who brings students and whose programs read and listen. */
export const seedPartners = async (
  table: Table,
  random: Random,
  of: { everyone: readonly SeedStudent[]; alumni: readonly SeedStudent[]; from: string; now: string },
): Promise<void> => {
  const { everyone, alumni, from, now } = of;
  const seasons = [
    { students: alumni, label: '去年秋季迎新群', cap: 60, madeAt: hoursAfter(from, -364 * day) },
    { students: everyone, label: '春季迎新群', cap: 60, madeAt: from },
  ];
  await writeAll(table, [
    ...workstation(random, seasons, now),
    ...union(random, from),
    ...keys(random, now),
    ...hooks(random, now),
  ]);
};
