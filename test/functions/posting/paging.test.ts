import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { openPlaces, sealPlaces } from '../../../functions/ranking/cursor.ts';
import type { Person } from '../../support/request.ts';
import { publish } from '../../support/published.ts';
import { profile } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
  for (const [number, min] of [36, 36, 36, 36, 36, 36].entries()) await asking(`Data analyst ${number}`, min);
  await world.settle();
});
afterEach(() => world.stop());

/** The student offers 30 hours a week: the more a posting asks, the lower it stands. */
const asking = (title: string, min: number) =>
  publish(world, { title: { en: title }, hours: { min, max: 60 } });

const page = (query: Record<string, string>, as: Person = people.student) =>
  world.ok('searchPostings', { as, query: { limit: '3', ...query } });
const titles = ({ items }: Awaited<ReturnType<typeof page>>) =>
  items.map(({ posting }) => posting.content.title?.en);
const Refusal = z.object({ status: z.number(), code: z.string() });
const refusal = async (query: Record<string, string>, as: Person = people.student) => {
  const response = await world.request('searchPostings', { as, query: { limit: '3', ...query } });
  return Refusal.parse(await response.json());
};

it.each<[string, Record<string, string>]>([
  ['by fit', {}],
  ['by words', { q: 'analyst', sort: 'newest' }],
  ['by words and fit', { q: 'data analyst' }],
  ['by date', { sort: 'newest' }],
])('shows a list %s page by page, each posting once', async (_, query) => {
  const [whole] = [await page({ ...query, limit: '100' })];
  const pages = [await page(query)];
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next)
    pages.push(await page({ ...query, cursor: next }));
  expect(pages.map(({ items }) => items.length)).toEqual([3, 3, 2]);
  expect(pages.flatMap(({ items }) => items.map(({ posting }) => posting.id))).toEqual(
    whole.items.map(({ posting }) => posting.id),
  );
});

it('neither repeats nor hides any when postings come and go between two pages, though words then weigh otherwise', async () => {
  const query = { q: 'analyst', limit: '7' };
  const whole = titles(await page({ ...query, limit: '100' }));
  const first = await page(query);
  // More postings with the word make it worth less: all scores fall.
  const best = await asking('Analyst', 30);
  await asking('Business analyst', 60);
  const gone = first.items.at(-1)?.posting;
  await world.ok('movePosting', {
    as: gone?.company.id === world.first.company.id ? people.company : people.otherCompany,
    params: { postingId: gone?.id ?? '' },
    body: { to: 'paused' },
    ifMatch: gone?.version ?? 0,
  });
  await world.settle();
  const second = await page({ ...query, cursor: first.next ?? '', limit: '100' });
  const fresh = ['Business analyst'];
  expect([...titles(first), ...titles(second).filter((title) => !fresh.includes(title ?? ''))]).toEqual(
    whole,
  );
  expect(titles(second)).toContain('Business analyst');
  expect(titles(second)).not.toContain(best.content.title?.en);
});

it('takes a cursor for its own list only', async () => {
  const { next = '' } = await page({ q: 'analyst' });
  expect((await page({ q: 'analyst', cursor: next, limit: '1' })).items).toHaveLength(1);
  const bad = { status: 422, code: 'invalid_cursor' };
  expect(await refusal({ q: 'data', cursor: next })).toMatchObject(bad);
  expect(await refusal({ q: 'analyst', cursor: next, workMode: 'remote' })).toMatchObject(bad);
  expect(await refusal({ q: 'analyst', cursor: next, sort: 'newest' })).toMatchObject(bad);
  expect(await refusal({ q: 'analyst', cursor: next }, people.otherStudent)).toMatchObject(bad);
  const applicants = await world.ok('listApplicants', {
    as: people.company,
    params: { postingId: world.first.posting.id },
    query: { limit: '1' },
  });
  expect(await refusal({ cursor: applicants.next ?? '' })).toMatchObject(bad);
});

it.each(['zzz', 'MA', Buffer.from('20').toString('base64url')])('refuses the cursor %s', async (cursor) => {
  expect(await refusal({ cursor })).toMatchObject({ status: 422, code: 'invalid_cursor' });
});

it('refuses places that nobody can have', () => {
  const list = ['postings'];
  const inside = (places: unknown) => {
    const [digest] = z
      .array(z.unknown())
      .parse(JSON.parse(Buffer.from(sealPlaces(list, [{ score: 1, id: 'p' }]), 'base64url').toString()));
    return Buffer.from(JSON.stringify([digest, places])).toString('base64url');
  };
  expect(openPlaces(list, inside([{ score: 0.5, id: 'p' }]))).toEqual([{ score: 0.5, id: 'p' }]);
  const ofAnotherOrder = [{ publishedAt: '2026-03-01T00:00:00.000Z', id: 'p' }];
  for (const places of [
    [],
    [{ score: null, id: 'p' }],
    [{ score: 1, id: 5 }],
    [{ id: 'p' }],
    ofAnotherOrder,
    'x',
  ])
    expect(() => openPlaces(list, inside(places))).toThrow('This cursor does not belong to this list');
});

it('pages applicants, those who are ranked first or all by date, and candidates', async () => {
  const params = { postingId: world.first.posting.id };
  const applicants = (query: Record<string, string>) =>
    world.ok('listApplicants', { as: people.company, params, query });
  const unranked = { ...profile(), consents: { privacy: '2026-01', ranking: false } };
  const before = await applicants({});
  const first = await applicants({ limit: '1' });
  expect(first.items.map(({ id }) => id)).toEqual([before.items[0]?.id]);
  const second = await applicants({ limit: '1', cursor: first.next ?? '' });
  expect(second.items.map(({ id }) => id)).toEqual([before.items[1]?.id]);
  expect(second.next).toBeUndefined();
  const top = before.items[0]?.email === people.student.email ? people.student : people.otherStudent;
  const { version } = await world.ok('getProfile', { as: top });
  await world.ok('saveProfile', { as: top, body: unranked, ifMatch: version });
  await world.settle();
  const now = await applicants({});
  expect(now.items.map(({ email, fit }) => [email, fit === undefined])).toEqual([
    [before.items[1]?.email, false],
    [top.email, true],
  ]);
  const byDate = await applicants({ sort: 'date', limit: '1' });
  const earliest = [world.application, world.otherApplication]
    .toSorted((a, b) => ((a.history[0]?.at ?? '') + a.id < (b.history[0]?.at ?? '') + b.id ? -1 : 1))
    .map(({ id }) => id);
  const later = await applicants({ sort: 'date', limit: '1', cursor: byDate.next ?? '' });
  expect([...byDate.items, ...later.items].map(({ id }) => id)).toEqual(earliest);
  const candidates = (query: Record<string, string>) =>
    world.ok('listCandidates', {
      as: people.coordinator,
      params: { postingId: world.second.posting.id },
      query,
    });
  const one = await candidates({ limit: '1' });
  expect([one.items.length, one.next]).toEqual([1, undefined]);
});
