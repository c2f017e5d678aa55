import { afterAll, beforeAll, expect, it } from 'vitest';
import { profile } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const newcomer = { ...people.student, subject: 'student-9', email: 'student9@example.com' };
const list = (as = newcomer) => world.ok('searchPostings', { as });
const save = async (body: object) => {
  const { version } = await world.ok('getProfile', { as: newcomer });
  await world.ok('saveProfile', { as: newcomer, body, ifMatch: version });
};

it('shows all postings, the newest first, to a student with an empty profile, and says what it lacks', async () => {
  const answer = await list();
  expect(answer).toMatchObject({ ranked: false, total: 2 });
  const newest = await world.ok('searchPostings', {});
  expect(answer.items.map(({ posting }) => posting)).toEqual(newest.items.map(({ posting }) => posting));
  expect(newest.missing).toBeUndefined();
  expect(answer.missing).toEqual(expect.arrayContaining(['/majors', '/skills', '/languages', '/consents']));
});

it('asks for less as the profile grows, and for nothing but agreement in the end', async () => {
  const { consents: _, skills: __, ...rest } = profile();
  await save(rest);
  expect((await list()).missing).toEqual(['/skills', '/consents']);
  await save({ ...profile(), consents: { privacy: '2026-01', ranking: false } });
  expect(await list()).toMatchObject({ ranked: false, missing: [] });
  await save(profile());
  const ranked = await list();
  expect(ranked).toMatchObject({ ranked: true });
  expect(ranked.missing).toBeUndefined();
});

it('leaves out what the profile rules out only where it ranks: by date all are counted', async () => {
  await save({ ...profile(), availableFrom: '2027-01-10', availableTo: '2027-02-20' });
  expect(await list()).toMatchObject({ ranked: true, total: 0 });
  const newest = await world.ok('searchPostings', { as: newcomer, query: { sort: 'newest', limit: '1' } });
  expect(newest).toMatchObject({ ranked: false, total: 2 });
});
