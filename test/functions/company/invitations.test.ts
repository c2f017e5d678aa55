import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyContent } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const fresh = { subject: 'company-7', role: 'company', email: 'fresh@example.com' } as const;
type Recruiting = typeof people.company | typeof people.otherCompany;
type Invited = typeof fresh | typeof people.otherCompany;

const paramsOf = (as: Recruiting) => ({
  companyId: (as === people.company ? world.first : world.second).company.id,
});
const invite = (as: Recruiting, email: string) =>
  world.request('inviteRecruiter', { as, params: paramsOf(as), body: { email } });
const answer = async (as: Invited, to: Recruiting, accept: boolean) => {
  const response = await world.request('answerCompanyInvitation', {
    as,
    params: paramsOf(to),
    body: { accept },
  });
  if (response.ok) return 'ok';
  const { code }: { code?: string } = JSON.parse(await response.text());
  return code;
};
const companyOf = async (as: Invited) => (await world.ok('getMe', { as })).company?.id;
const invitationsOf = async (as: Invited) =>
  (await world.ok('listCompanyInvitations', { as })).items.map(({ company }) => company.id);
const listed = async (as: Recruiting) =>
  (await world.ok('listRecruiters', { as, params: paramsOf(as) })).items.map(({ email, waiting }) => [
    email,
    waiting === true ? 'invited' : 'acts',
  ]);

it('a company that nobody has verified invites nobody', async () => {
  const draft = await world.ok('registerCompany', { as: people.newCompany, body: companyContent(7) });
  const response = await world.request('inviteRecruiter', {
    as: people.newCompany,
    params: { companyId: draft.id },
    body: { email: fresh.email },
  });
  expect(await response.json()).toMatchObject({ status: 409, code: 'company_not_verified' });
  expect(await invitationsOf(fresh)).toEqual([]);
});

it('is not told who acts for another company, and draws nobody away from it', async () => {
  const { companyId } = paramsOf(people.company);
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
    emails.map((email) => [201, { email, companyId, invitedAt, waiting: true, version: 1 }]),
  );
  expect(await listed(people.company)).toEqual([
    [people.company.email, 'acts'],
    [fresh.email, 'invited'],
    [people.otherCompany.email, 'invited'],
  ]);
  expect(await companyOf(people.otherCompany)).toBe(world.second.company.id);
  expect((await invite(people.company, people.otherCompany.email)).status).toBe(201);
  expect((await invite(people.company, people.company.email)).status).toBe(409);
  // Acting for one company, nobody can act for a second one.
  expect(await answer(people.otherCompany, people.company, true)).toBe('already_recruiter');
  expect(await companyOf(people.otherCompany)).toBe(world.second.company.id);

  const remove = (email: string) =>
    world.request('removeRecruiter', { as: people.company, params: { companyId, email } });
  expect((await remove(people.otherCompany.email)).status).toBe(204);
  expect((await remove(people.otherCompany.email)).status).toBe(404);
  expect(await answer(people.otherCompany, people.company, true)).toBe('not_found');
});

it('nobody acts for a company without having accepted, not even who acted for one before', async () => {
  expect(await companyOf(fresh)).toBeUndefined();
  expect(await invitationsOf(fresh)).toEqual([world.first.company.id]);
  expect(await answer(fresh, people.company, true)).toBe('ok');
  expect(await companyOf(fresh)).toBe(world.first.company.id);
  expect(await invitationsOf(fresh)).toEqual([]);
  expect(await answer(fresh, people.company, true)).toBe('not_found');

  await invite(people.otherCompany, fresh.email);
  expect(await companyOf(fresh)).toBe(world.first.company.id);
  const left = { companyId: world.first.company.id, email: fresh.email };
  await world.ok('removeRecruiter', { as: fresh, params: left });
  expect(await companyOf(fresh)).toBeUndefined();
  expect((await invite(people.otherCompany, fresh.email)).status).toBe(201);
  expect(await companyOf(fresh)).toBeUndefined();
  expect(await invitationsOf(fresh)).toEqual([world.second.company.id]);
  expect(await answer(fresh, people.otherCompany, true)).toBe('ok');
  expect(await companyOf(fresh)).toBe(world.second.company.id);
});

it('whoever declines is not asked any more, and the company sees nobody who waits', async () => {
  await invite(people.company, fresh.email);
  expect(await answer(fresh, people.company, false)).toBe('ok');
  expect(await answer(fresh, people.company, false)).toBe('not_found');
  expect(await invitationsOf(fresh)).toEqual([]);
  expect(await listed(people.company)).toEqual([[people.company.email, 'acts']]);
});

it('a company that was stopped meanwhile draws nobody in, and asks again once it goes on', async () => {
  const late = { subject: 'company-8', role: 'company', email: 'late@example.com' } as const;
  await invite(people.company, late.email);
  const params = paramsOf(people.company);
  const move = async (to: string) => {
    const { version } = await world.ok('getCompany', { as: people.coordinator, params });
    const body = { to, reason: 'Nobody answers.' };
    await world.ok('moveCompany', { as: people.coordinator, params, body, ifMatch: version });
  };
  const accept = () => world.request('answerCompanyInvitation', { as: late, params, body: { accept: true } });
  await move('suspended');
  expect((await world.ok('listCompanyInvitations', { as: late })).items).toEqual([]);
  expect((await accept()).status).toBe(404);
  await move('verified');
  expect((await world.ok('listCompanyInvitations', { as: late })).items).toHaveLength(1);
  expect((await accept()).status).toBe(204);
});

it('an address is invited however it is written, and what is held of it names the invitation', async () => {
  const shouting = { ...fresh, subject: 'company-9', email: 'Loud@Example.com' };
  await invite(people.company, 'LOUD@example.com');
  expect((await world.ok('listCompanyInvitations', { as: shouting })).items).toHaveLength(1);
  const { held } = await world.ok('getMyData', { as: shouting });
  expect(held['invitation']).toHaveLength(1);
});
