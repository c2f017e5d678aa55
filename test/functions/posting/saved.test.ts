import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../support/request.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const saved = async (as: Person = people.student) =>
  (await world.ok('listSavedPostings', { as })).items.map(({ posting }) => posting.id);
const turn = async (name: 'savePosting' | 'unsavePosting', postingId: string) =>
  (await world.request(name, { as: people.student, params: { postingId } })).status;

it('keeps what a student saves, the last first, for that student only, and shows it in lists', async () => {
  const [first, second] = [world.first.posting.id, world.second.posting.id];
  expect(await saved()).toEqual([]);
  for (const id of [first, first, second]) {
    expect(await turn('savePosting', id)).toBe(204);
    world.clock.advance(1000);
  }
  expect(await saved()).toEqual([second, first]);
  expect(await saved(people.otherStudent)).toEqual([]);
  await turn('unsavePosting', first);
  await turn('unsavePosting', first);
  expect(await saved()).toEqual([second]);
  const { items } = await world.ok('searchPostings', { as: people.student });
  expect(new Map(items.map((item) => [item.posting.id, item.saved]))).toEqual(
    new Map([
      [first, false],
      [second, true],
    ]),
  );
  const anybody = await world.ok('searchPostings', {});
  expect(anybody.items.map((item) => item.saved)).toEqual([undefined, undefined]);
});

it('refuses what nobody can read', async () => {
  expect(await turn('savePosting', 'pos_0000000000000000')).toBe(404);
  expect(await turn('savePosting', 'nonsense')).toBe(404);
  expect(await turn('unsavePosting', 'pos_0000000000000000')).toBe(204);
});
