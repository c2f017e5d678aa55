import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../../functions/app.ts';
import type { Identity } from '../../../functions/identity/identity.ts';
import { addReferrer } from '../../support/partners.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await addReferrer(world);
});
afterAll(() => world.stop());

/** What the issuer says of whoever asks: an address of somebody who was invited. */
const asked = async (path: string, said: Omit<Identity, 'subject' | 'name'>) => {
  const identity = { verify: async () => ({ subject: 'stranger', name: 'Stranger', ...said }) };
  const app = createApp({ ...world.deps, identity });
  const response = await app.request(`/v1${path}`, { headers: { authorization: 'Bearer token' } });
  const body: unknown = await response.json();
  return body;
};
const { email } = people.company;
const company = { role: 'company', email } as const;
const referrer = { role: 'referrer', email: people.referrer.email } as const;

it('an address that nobody verified lets nobody act for the company that invited it', async () => {
  const path = `/companies/${world.first.company.id}`;
  expect(await asked('/me', company)).toMatchObject({ company: { id: world.first.company.id } });
  expect(await asked(path, company)).toMatchObject({ state: 'verified' });
  const me = { subject: 'stranger', role: 'company', name: 'Stranger', email, emailUnverified: true };
  expect(await asked('/me', { ...company, emailUnverified: true })).toEqual(me);
  expect(await asked(path, { ...company, emailUnverified: true })).toMatchObject({
    status: 403,
    code: 'email_unverified',
  });
});

it('nor for the student union', async () => {
  const path = '/referrers/me/figures';
  expect(await asked(path, referrer)).not.toHaveProperty('code');
  expect(await asked(path, { ...referrer, emailUnverified: true })).toMatchObject({
    status: 403,
    code: 'email_unverified',
  });
  expect(await asked('/me', { ...referrer, emailUnverified: true })).not.toHaveProperty('referrer');
});
