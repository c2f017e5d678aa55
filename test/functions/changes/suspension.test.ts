import { afterEach, beforeEach, expect, it } from 'vitest';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

it('pauses the postings of a suspended company, so that nobody applies to it', async () => {
  const { company, posting } = world.second;
  await world.ok('moveCompany', {
    as: people.coordinator,
    params: { companyId: company.id },
    body: { to: 'suspended', reason: 'The registration has been struck off.' },
    ifMatch: company.version,
  });
  await world.settle();
  const paused = await world.ok('getPosting', { as: people.coordinator, params: { postingId: posting.id } });
  expect([paused.state, paused.reason]).toEqual(['paused', 'The registration has been struck off.']);
  const found = await world.ok('searchPostings', { query: {} });
  expect(found.items.map((hit) => hit.posting.id)).toEqual([world.first.posting.id]);
  const body = { postingId: posting.id, content: { answers: [] }, submit: true };
  expect((await world.request('apply', { as: people.student, body })).status).toBe(409);
});

it('takes no application after the last day of a posting in its own zone', async () => {
  const { posting } = world.second;
  const content = { ...posting.content, validUntil: '2026-03-21' };
  const params = { postingId: posting.id };
  await world.ok('updatePosting', {
    as: people.otherCompany,
    params,
    body: { content },
    ifMatch: posting.version,
  });
  const apply = (as: typeof people.student | typeof people.otherStudent) =>
    world.request('apply', { as, body: { postingId: posting.id, content: { answers: [] }, submit: true } });
  // 20 March 16:00 in Shanghai; then the 21st, just before midnight there, and just after.
  world.clock.advance((24 + 7) * 3_600_000);
  expect((await apply(people.student)).status).toBe(201);
  world.clock.advance(2 * 3_600_000);
  expect((await apply(people.otherStudent)).status).toBe(409);
});
