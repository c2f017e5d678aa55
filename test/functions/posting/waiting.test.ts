import { afterAll, beforeAll, expect, it } from 'vitest';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('tells the company how many applications there are, and how many of them wait for an answer', async () => {
  const { application, first } = world;
  const as = people.company;
  const counted = async () => {
    const { items } = await world.ok('listCompanyPostings', { as, params: { companyId: first.company.id } });
    const found = items.find(({ id }) => id === first.posting.id);
    return { applications: found?.applications, waiting: found?.waiting };
  };
  expect(await counted()).toEqual({ applications: 2, waiting: 2 });
  let { version } = application;
  for (const to of ['shortlisted', 'rankable'] as const)
    ({ version } = await world.ok('moveApplication', {
      as,
      params: { applicationId: application.id },
      body: { to },
      ifMatch: version,
    }));
  expect(await counted()).toEqual({ applications: 2, waiting: 1 });
  const seen = await world.ok('getPosting', { as: people.student, params: { postingId: first.posting.id } });
  expect(seen.waiting).toBeUndefined();
});
