import { afterAll, beforeAll, expect, it } from 'vitest';
import { publish } from '../../support/published.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const search = (q: string, more: Record<string, string> = {}) =>
  world.ok('searchPostings', { query: { q, ...more } });

it.each([
  ['pyhton', 'python'],
  ['Pyhton analist', 'python analyst'],
  ['数据 pyhton', '数据 python'],
])('finds for %s what there is for %s, and says so', async (typed, meant) => {
  const answer = await search(typed);
  expect(answer).toMatchObject({ shownFor: meant, total: 2 });
  const { shownFor, ...same } = await search(meant);
  expect(shownFor).toBeUndefined();
  expect(answer.items).toEqual(same.items);
  expect(await world.ok('searchPostings', { as: people.student, query: { q: typed } })).toMatchObject({
    shownFor: meant,
    ranked: true,
    total: 2,
  });
});

it('takes the words as they are when asked to', async () => {
  const answer = await search('pyhton', { exact: 'true' });
  expect(answer.total).toBe(0);
  expect(answer.shownFor).toBeUndefined();
});

it('takes no word for a slip that a posting has', async () => {
  const posting = await publish(world, { title: { en: 'Growth at Pyhton Ltd' } });
  await world.settle();
  const answer = await search('pyhton');
  expect(answer.shownFor).toBeUndefined();
  expect(answer.items.map(({ posting: { id } }) => id)).toEqual([posting.id]);
});
