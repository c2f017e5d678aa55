import { afterAll, beforeAll, expect, it } from 'vitest';
import { mostLinks } from '../../../functions/referral/rules.ts';
import { httpsPost } from '../../../functions/webhook/https-post.ts';
import { mostWebhooks } from '../../../functions/webhook/rules.ts';
import { InvitationLinkId } from '../../../functions/ids.ts';
import { invitationLinks, linksOf } from '../../../functions/referral/store.ts';
import { writeIndependent } from '../../../functions/table/independent.ts';
import { addReferrer, later } from '../../support/partners.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(undefined, undefined, httpsPost({ allowPrivate: true, withinMs: 2_000 }));
});
afterAll(() => world.stop());

const make = () =>
  world.request('createWebhook', {
    as: people.company,
    body: { name: 'Ours', url: 'http://127.0.0.1:9/hooks', types: ['offer.answered'] },
  });
const statuses = async (made: Promise<Response>[]) =>
  (await Promise.all(made)).map(({ status }) => status).toSorted((a, b) => a - b);

it('an owner’s webhooks stay within their number, however many are made at once; one that is deleted makes room', async () => {
  for (let number = 1; number < mostWebhooks; number += 1) expect((await make()).status).toBe(201);
  const made = await statuses([make(), make(), make()]);
  expect(made).toEqual([201, 409, 409]);
  const list = () => world.ok('listWebhooks', { as: people.company });
  const { items } = await list();
  expect(items).toHaveLength(mostWebhooks);
  const [first] = items;
  await world.ok('deleteWebhook', {
    as: people.company,
    params: { webhookId: first?.id ?? '' },
    ifMatch: first?.version ?? 0,
  });
  expect(await statuses([make(), make()])).toEqual([201, 409]);
  expect((await list()).items).toHaveLength(mostWebhooks);
});

it('a referrer’s links stay within their number, however many are made at once', async () => {
  const { id: referrerId } = await addReferrer(world);
  const { table } = world.deps;
  const now = world.clock.now();
  // Links of the time before they were counted.
  await writeIndependent(
    table,
    Array.from({ length: mostLinks - 1 }, (_, number) => {
      const id = InvitationLinkId.parse(`lnk_${String(number).padStart(16, '0')}`);
      const link = { id, referrerId, label: 'Old', cap: 1, expiresAt: later, used: 0, createdAt: now };
      return invitationLinks.create(link, { by: 'test', action: 'invitation_link.create', at: now });
    }),
  );
  const another = () =>
    world.request('createInvitationLink', {
      as: people.referrer,
      body: { label: 'New', cap: 1, expiresAt: later },
    });
  expect(await statuses([another(), another(), another()])).toEqual([201, 409, 409]);
  expect(await linksOf(table, referrerId)).toHaveLength(mostLinks);
});
