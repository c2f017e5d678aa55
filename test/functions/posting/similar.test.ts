import { afterAll, beforeAll, expect, it } from 'vitest';
import { postingContent } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const similar = (postingId: string) => world.ok('listSimilarPostings', { params: { postingId } });

it('shows what is published and alike, with what it shares, and nothing once it is gone', async () => {
  const { first, second } = world;
  const { items } = await similar(first.posting.id);
  expect(items).toMatchObject([
    {
      posting: { id: second.posting.id, company: { name: { en: 'Sample Technology 2' } } },
      likeness: { sameCategory: true, skills: ['sql', 'python', 'tableau'] },
    },
  ]);
  const [item] = items;
  expect(item?.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(item?.score ?? NaN, 6);
  await world.ok('movePosting', {
    as: people.otherCompany,
    params: { postingId: second.posting.id },
    body: { to: 'paused' },
    ifMatch: second.posting.version,
  });
  await world.settle();
  expect(await similar(first.posting.id)).toEqual({ items: [] });
  // The page of one that takes no applications now still leads on.
  expect((await similar(second.posting.id)).items.map(({ posting }) => posting.id)).toEqual([
    first.posting.id,
  ]);
});

it('says nothing of a draft, and names an id that is none', async () => {
  const draft = await world.ok('createPosting', {
    as: people.company,
    params: { companyId: world.first.company.id },
    body: postingContent(),
  });
  const status = async (postingId: string) =>
    (await world.request('listSimilarPostings', { params: { postingId } })).status;
  expect(await status(draft.id)).toBe(404);
  expect(await status('pos_0000000000000000')).toBe(404);
  expect(await status('nonsense')).toBe(404);
});
