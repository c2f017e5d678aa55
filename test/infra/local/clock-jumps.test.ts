import { afterEach, beforeEach, expect, it } from 'vitest';
import { people, startWorld, type World } from '../../support/world.ts';

const hour = 3_600_000;
let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const apply = () =>
  world.request('apply', {
    as: people.student,
    body: { postingId: world.second.posting.id, content: { answers: [] }, submit: true },
    key: 'one-key',
  });
const trail = async (): Promise<string[]> =>
  (await world.ok('listAudit', { as: people.coordinator, query: { limit: '200' } })).items.map(
    ({ action, at }) => `${at} ${action}`,
  );
const instants = (entries: readonly string[]): string[] =>
  entries.map((entry) => entry.split(' ', 1).join(''));
const csv = 'company,title\nA Ltd,One\nA Ltd,Two\n';

it.each([
  ['back', -6 * hour],
  ['ahead and back', 6 * hour],
])('a clock that jumps %s loses nothing, doubles nothing, and holds up no job', async (_, jump) => {
  const found = await world.ok('uploadImport', {
    as: people.coordinator,
    params: { cycleId: world.cycle.id },
    query: { fileName: 'a.csv' },
    body: csv,
  });
  const params = { importId: found.id };
  world.clock.advance(jump);
  const { jobId } = await world.ok('checkImport', {
    as: people.coordinator,
    params,
    body: { mapping: found.mapping },
    ifMatch: found.version,
  });
  if (jump > 0) world.clock.advance(-jump);
  expect((await apply()).status).toBe(201);
  expect((await apply()).status).toBe(201);
  await expect
    .poll(async () => (await world.ok('getJob', { as: people.coordinator, params: { jobId } })).state, {
      timeout: 20_000,
    })
    .toBe('succeeded');
  const { items } = await world.ok('listMyApplications', { as: people.student });
  expect(items).toHaveLength(2);
  const entries = await trail();
  expect(entries.filter((entry) => entry.endsWith('application.submitted'))).toHaveLength(3);
  expect(instants(entries)).toEqual(instants(entries).toSorted().toReversed());
  expect(world.entries.filter(({ level }) => level === 'error')).toEqual([]);
});
