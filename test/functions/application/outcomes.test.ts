import { afterAll, beforeAll, expect, it } from 'vitest';
import { getApplication } from '../../../functions/application/store.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('gives many one outcome; each that fails is named with its reason, the others are done and told', async () => {
  const { application, otherApplication, first, second } = world;
  const params = { companyId: first.company.id };
  const stray = await world.ok('apply', {
    as: people.student,
    body: { postingId: second.posting.id, content: { answers: [] }, submit: true },
  });
  const preview = await world.ok('previewOutcome', {
    as: people.company,
    params,
    query: { to: 'not_selected' },
  });
  expect(preview.words?.en.subject).toBe('Your application was not selected');
  const { items } = await world.ok('giveOutcomes', {
    as: people.company,
    params,
    body: {
      applications: [
        { id: otherApplication.id, version: 99 },
        { id: stray.id, version: stray.version },
        { id: application.id, version: application.version },
      ],
      to: 'not_selected',
      reason: 'The team is complete.',
    },
  });
  expect(items.map(({ done, code }) => ({ done, code }))).toEqual([
    { done: false, code: 'stale_version' },
    { done: false, code: 'not_found' },
    { done: true, code: undefined },
  ]);
  expect((await getApplication(world.deps.table, otherApplication.id)).state).toBe('submitted');
  expect((await getApplication(world.deps.table, stray.id)).state).toBe('submitted');
  const ended = await getApplication(world.deps.table, application.id);
  expect(ended.history.at(-1)).toMatchObject({ state: 'not_selected', reason: 'The team is complete.' });
  await world.settle();
  const told = await world.ok('listNotices', { as: people.student, query: {} });
  expect(told.items).toHaveLength(1);
});

it('a coordinator gives outcomes for a silent company, with a reason; another company cannot', async () => {
  const { otherApplication, first } = world;
  const call = {
    params: { companyId: first.company.id },
    body: {
      applications: [{ id: otherApplication.id, version: otherApplication.version }],
      to: 'not_selected',
    },
  };
  expect((await world.request('giveOutcomes', { ...call, as: people.otherCompany })).status).toBe(404);
  const bare = await world.ok('giveOutcomes', { ...call, as: people.coordinator });
  expect(bare.items[0]).toMatchObject({ done: false, code: 'reason_needed' });
  const body = { ...call.body, reason: 'The company did not answer.' };
  const given = await world.ok('giveOutcomes', { ...call, body, as: people.coordinator });
  expect(given.items[0]).toEqual({ id: otherApplication.id, done: true });
});
