import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyContent } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const fresh = { subject: 'company-7', role: 'company', email: 'fresh@example.com' } as const;
const invite = (as: typeof people.company | typeof people.otherCompany, email: string) =>
  world.request('inviteRecruiter', {
    as,
    params: { companyId: (as === people.company ? world.first : world.second).company.id },
    body: { email },
  });
const companyOf = async (as: typeof fresh | typeof people.otherCompany) =>
  (await world.ok('getMe', { as })).company?.id;

it('a company that nobody has verified draws nobody in', async () => {
  const draft = await world.ok('registerCompany', { as: people.newCompany, body: companyContent(7) });
  const response = await world.request('inviteRecruiter', {
    as: people.newCompany,
    params: { companyId: draft.id },
    body: { email: fresh.email },
  });
  expect(await response.json()).toMatchObject({ status: 409, code: 'company_not_verified' });
  expect(await companyOf(fresh)).toBeUndefined();
});

it('is not told who acts for another company, and draws nobody away from it', async () => {
  const params = { companyId: world.first.company.id };
  const of = world.second.company.id;
  const emails = [fresh.email, people.otherCompany.email];
  const answers = await Promise.all(
    emails.map(async (email) => {
      const response = await invite(people.company, email);
      const body: unknown = await response.json();
      return [response.status, body];
    }),
  );
  const invitedAt = world.clock.now();
  expect(answers).toEqual(
    emails.map((email) => [201, { email, companyId: params.companyId, invitedAt, version: 1 }]),
  );
  const listed = async () =>
    (await world.ok('listRecruiters', { as: people.company, params })).items.map(({ email }) => email);
  expect(await listed()).toEqual([fresh.email, people.company.email, people.otherCompany.email]);
  expect(await companyOf(people.otherCompany)).toBe(of);
  expect((await invite(people.company, people.otherCompany.email)).status).toBe(201);
  expect((await invite(people.company, people.company.email)).status).toBe(409);

  const remove = (email: string) =>
    world.request('removeRecruiter', { as: people.company, params: { ...params, email } });
  expect((await remove(people.otherCompany.email)).status).toBe(204);
  expect(await listed()).toEqual([fresh.email, people.company.email]);
  expect((await remove(people.otherCompany.email)).status).toBe(404);
  expect(await companyOf(people.otherCompany)).toBe(of);
});

it('whoever left another company acts for the one that invites again', async () => {
  await invite(people.otherCompany, fresh.email);
  expect(await companyOf(fresh)).toBe(world.first.company.id);
  const left = { companyId: world.first.company.id, email: fresh.email };
  await world.ok('removeRecruiter', { as: fresh, params: left });
  expect(await companyOf(fresh)).toBeUndefined();
  await invite(people.otherCompany, fresh.email);
  expect(await companyOf(fresh)).toBe(world.second.company.id);
});
