import { afterEach, beforeEach, expect, it } from 'vitest';
import { dateNews } from '../../../functions/broadcast/rules.ts';
import { getCycle } from '../../../functions/cycle/store.ts';
import { applications } from '../../../functions/application/store.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const params = () => ({ cycleId: world.cycle.id });
const subjects = async (as: typeof people.student | typeof people.otherStudent | typeof people.company) =>
  (await world.ok('listNotices', { as, query: {} })).items.map(({ words }) => words.en.subject);
const words = { zh: { subject: '公告', text: '正文' }, en: { subject: 'News', text: 'Text' } };

it('a coordinator sees how many an announcement reaches, and it reaches them once', async () => {
  const as = people.coordinator;
  const { table } = world.deps;
  const by = { by: 'test', action: 'test', at: world.clock.now() };
  await table.write([
    applications.update({ ...world.application, state: 'unmatched' }, by),
    applications.update({ ...world.otherApplication, state: 'matched' }, by),
  ]);
  const count = async (query: Record<string, string>) =>
    (await world.ok('previewBroadcast', { as, params: params(), query })).people;
  expect(await count({ to: 'all' })).toBe(4);
  expect(await count({ to: 'students', who: 'without_application' })).toBe(0);
  expect(await count({ to: 'companies', who: 'posting' })).toBe(2);
  expect(await count({ to: 'companies', who: 'owing_outcomes' })).toBe(0);
  expect(await count({ to: 'students', who: 'unmatched' })).toBe(1);
  const wrong = { to: 'students', who: 'posting' };
  expect((await world.request('previewBroadcast', { as, params: params(), query: wrong })).status).toBe(422);
  const sent = await world.ok('sendBroadcast', {
    as,
    params: params(),
    body: { audience: { to: 'students', who: 'unmatched' }, words },
  });
  await world.settle();
  expect(await subjects(people.student)).toEqual(['News']);
  expect(await subjects(people.otherStudent)).toEqual([]);
  const job = await world.ok('getJob', { as, params: { jobId: sent.jobId } });
  expect(job).toMatchObject({ state: 'succeeded', done: 1, total: 1 });
  const list = await world.ok('listBroadcasts', { as, params: params(), query: {} });
  expect(list.items.some(({ id }) => id === sent.id)).toBe(true);
});

it('a moved date is told with the old one to those whom it concerns, and the cycle shows both for a while', async () => {
  const {
    id: _,
    phase: __,
    version,
    moves: ___,
    ...settings
  } = await getCycle(world.deps.table, world.cycle.id);
  const to = '2026-03-28T10:00:00.000Z';
  const posting = { ...settings.windows.posting, to };
  const changed = await world.ok('updateCycle', {
    as: people.coordinator,
    params: params(),
    body: { ...settings, windows: { ...settings.windows, posting } },
    ifMatch: version,
  });
  const moved = { phase: 'posting', edge: 'to', old: '2026-03-20T10:00:00.000Z' };
  expect(changed.moves).toMatchObject([moved]);
  await world.settle();
  const { items } = await world.ok('listNotices', { as: people.company, query: {} });
  const told = items.find(({ words: { en } }) => en.subject === 'Dates have changed');
  expect(told?.dates).toEqual([
    { label: { zh: '岗位发布截止', en: 'Posting ends' }, old: '2026-03-20T10:00:00.000Z', at: to },
  ]);
  expect(await subjects(people.student)).toEqual([]);
  world.clock.advance(15 * 24 * 60 * 60 * 1000);
  const later = await world.ok('updateCycle', {
    as: people.coordinator,
    params: params(),
    body: { ...settings, windows: { ...settings.windows, posting }, applicationCap: 3 },
    ifMatch: changed.version,
  });
  expect(later.moves).toEqual([]);
});

it('nothing is told of a draft, of what is past on both sides, or of what stays', () => {
  const { cycle } = world;
  const active = { ...cycle.windows.active, to: '2026-09-01T10:00:00.000Z' };
  const after = { ...cycle, windows: { ...cycle.windows, active } };
  const now = '2026-03-20T08:00:00.000Z';
  expect(dateNews(cycle, after, now)).toHaveLength(2);
  expect(dateNews(cycle, { ...after, phase: 'draft' }, now)).toEqual([]);
  expect(dateNews(cycle, after, '2027-01-01T00:00:00.000Z')).toEqual([]);
  expect(dateNews(cycle, cycle, now)).toEqual([]);
});

it('the preview of a phase says who is told of it: of the students, those whose applications go on', async () => {
  const by = { by: 'test', action: 'test', at: world.clock.now() };
  await world.deps.table.write([applications.update({ ...world.otherApplication, state: 'withdrawn' }, by)]);
  const preview = await world.ok('previewPhase', {
    as: people.coordinator,
    params: params(),
    query: { to: 'shortlisting' },
  });
  expect(preview.effects).toContainEqual({ code: 'told_companies', count: 2 });
  expect(preview.effects).toContainEqual({ code: 'told_students', count: 1 });
});
