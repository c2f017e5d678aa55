import type { Person } from './request.ts';
import { people, type World } from './world.ts';

/** A day before which the links and keys of a test have not ended. */
export const later = '2026-06-01T00:00:00.000Z';

const codeIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

/** A referrer with somebody who acts for it. */
export const addReferrer = (world: World, email: string = people.referrer.email) =>
  world.ok('createReferrer', {
    as: people.coordinator,
    body: { name: { zh: '测试学联', en: 'Test union' }, kind: 'student_union', email },
  });

/** A link of the referrer and its code. */
export const makeLink = async (world: World, more: object = {}, as: Person = people.referrer) => {
  const body = { label: 'Autumn', cap: 10, expiresAt: later, ...more };
  const link = await world.ok('createInvitationLink', { as, body });
  return { ...link, code: codeIn(link.url) };
};

/** A key of the programme, or of a company, and how it is sent. */
export const makeKey = async (world: World, more: object = {}) => {
  const body = { name: 'Partner', scopes: ['postings:read'], expiresAt: later, ...more };
  const key = await world.ok('createApiKey', { as: people.coordinator, body });
  return { ...key, headers: { authorization: `Bearer ${key.key}` } };
};

/** Parameters of one of each thing of partners, that `student` and `company` of the world own. */
export const startPartners = async (world: World): Promise<Record<string, string>> => {
  const referrer = await addReferrer(world);
  const link = await makeLink(world);
  await world.ok('joinByInvitation', { as: people.student, params: { code: link.code } });
  const key = await makeKey(world);
  const webhook = await world.ok('createWebhook', {
    as: people.company,
    body: { name: 'Ours', url: 'https://receiver.example/hooks', types: ['offer.answered'] },
  });
  const params = { webhookId: webhook.id };
  const { eventId } = await world.ok('testWebhook', { as: people.company, params });
  await world.settle();
  return {
    referrerId: referrer.id,
    linkId: link.id,
    code: link.code,
    keyId: key.id,
    webhookId: webhook.id,
    eventId,
  };
};
