import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications } from '../../../functions/application/store.ts';
import { Cycle } from '../../../functions/cycle/schema.ts';
import { applicationId, CompanyId, PostingId, StudentId } from '../../../functions/ids.ts';
import { windowOf } from '../../../functions/follow-up-survey/rules.ts';
import { askByRetention } from '../../../functions/retention/ask.ts';
import { keptByCycle, nextStep } from '../../../functions/retention/rules.ts';
import { findWalk } from '../../../functions/retention/store.ts';
import { eraseDue } from '../../../functions/rights/erase.ts';
import { rightsHandlers } from '../../../functions/rights/routes.ts';
import { publishStatistics } from '../../../functions/statistics/publish.ts';
import type { Table } from '../../../functions/table/table.ts';
import { acceptingPost } from '../../../infra/local/access-patterns/accepting-post.ts';
import { callOf } from '../../support/market.ts';
import { completeInternship } from '../../support/completed.ts';
import { applicationIn, cycleIn } from '../../support/entities.ts';
import { eraseInTurns, filesWithTraces, goner, useEverything } from '../../support/everything.ts';
import { atAnyHour } from '../../support/letters.ts';
import type { Person } from '../../support/request.ts';
import { cycleSettings, postingContent, profile } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const dayMs = 24 * 60 * 60 * 1000;
let world: World;
/** The cycle of four years later. */
let later: Cycle;
let laterPosting: string;

const goTo = (instant: string): void =>
  world.clock.advance(Date.parse(instant) - Date.parse(world.clock.now()));
const dataOf = (as: Person) => world.ok('getMyData', { as });
const turn = async (most?: number): Promise<void> => {
  await askByRetention(world.deps, most);
  await world.settle();
};
const lettersOf = async (email: string): Promise<string[]> =>
  (await world.deps.mail.received(email, { limit: 100 })).letters.map(({ subject }) => subject);
const moveTo = (cycle: Cycle, to: 'posting' | 'applying') =>
  world.ok('moveCycle', {
    as: people.coordinator,
    params: { cycleId: cycle.id },
    body: { to },
    ifMatch: cycle.version,
  });

/** Another cycle, with one posting, in which applying has begun. */
const openLater = async () => {
  const { ok, first } = world;
  const as = people.company;
  const settings: object = JSON.parse(JSON.stringify(cycleSettings()).replaceAll('2026-', '2030-'));
  later = await ok('createCycle', { as: people.coordinator, body: settings });
  later = await moveTo(later, 'posting');
  const content = { ...postingContent(), startsOn: '2030-06-29', endsOn: '2030-08-21' };
  let posting = await ok('createPosting', { as, params: { companyId: first.company.id }, body: content });
  const params = { postingId: posting.id };
  for (const [to, who] of [
    ['submitted', as],
    ['approved', people.coordinator],
    ['published', as],
  ] as const)
    posting = await ok('movePosting', { as: who, params, body: { to }, ifMatch: posting.version });
  later = await moveTo(later, 'applying');
  laterPosting = posting.id;
  await world.settle();
};

beforeAll(async () => {
  world = await startWorld(undefined, undefined, acceptingPost);
  await useEverything(world);
  await atAnyHour(world, goner, people.student, people.otherStudent);
});
afterAll(() => world.stop());

describe('how long data is kept', () => {
  it('is a setting of the cycle, which cycles of an earlier version have too', () => {
    const { keepsMonths: _, ...old } = cycleIn('archived');
    expect(Cycle.parse(old).keepsMonths).toBe(48);
    expect(Cycle.safeParse({ ...old, keepsMonths: 5 }).success).toBe(false);
    expect(Cycle.safeParse({ ...old, keepsMonths: 121 }).success).toBe(false);
    expect(keptByCycle(cycleIn('archived'))).toBe('2030-08-21T10:00:00.000Z');
  });

  it('covers the surveys that a student agreed to, however short it is', async () => {
    const as = people.student;
    const { cycle } = world;
    await completeInternship(world, as);
    const { keepsMonths: _, ...settings } = cycleSettings();
    const saved = { as: people.coordinator, params: { cycleId: cycle.id } };
    const short = { ...settings, keepsMonths: 6 };
    const { version } = await world.ok('updateCycle', { ...saved, body: short, ifMatch: cycle.version });
    expect((await dataOf(as)).keeps).toMatchObject({ because: 'cycle', until: '2027-02-21T10:00:00.000Z' });
    const [followUp] = (await world.ok('listMyFollowUps', { as })).items;
    const choice = { as, params: { followUpId: followUp?.id ?? '' } };
    const agrees = { agrees: true, version: '2026-01' };
    await world.ok('chooseFollowUp', { ...choice, body: agrees, ifMatch: followUp?.version ?? 0 });
    const until = windowOf(cycle.windows.active.to, 36).closesAt;
    expect((await dataOf(as)).keeps).toEqual({ because: 'surveys', until });
    await world.ok('updateCycle', { ...saved, body: settings, ifMatch: version });
    expect((await dataOf(as)).keeps).toMatchObject({ because: 'cycle', until: '2030-08-21T10:00:00.000Z' });
  });

  it('is looked at anew a week after a walk has ended', () => {
    const at = '2030-09-01T00:00:00.000Z';
    const walk = { cycleId: cycleIn('archived').id, skip: 3, version: 1 };
    expect(nextStep(undefined, at)).toEqual({ skip: 0 });
    expect(nextStep(walk, at)).toMatchObject({ skip: 3 });
    expect(nextStep({ ...walk, skip: 0, endedAt: '2030-08-26T00:00:00.000Z' }, at)).toBeUndefined();
    expect(nextStep({ ...walk, skip: 0, endedAt: '2030-08-25T00:00:00.000Z' }, at)).toEqual({ skip: 0 });
  });
});

describe('when the time of a cycle is over', () => {
  it('asks nobody before', async () => {
    goTo('2030-03-20T08:00:00.000Z');
    await openLater();
    const body = { postingId: laterPosting, content: { answers: [] }, submit: true };
    await world.ok('apply', { as: people.student, body });
    await world.settle();
    await publishStatistics(world.deps);
    goTo('2030-08-21T09:00:00.000Z');
    await turn();
    expect((await dataOf(goner)).deletion).toBeUndefined();
    expect(await findWalk(world.deps.table, world.cycle.id)).toBeUndefined();
  });

  it('tells those who took part in no other, some in each turn', async () => {
    goTo('2030-08-22T08:00:00.000Z');
    await turn(1);
    const told = async () =>
      (await Promise.all([dataOf(goner), dataOf(people.student), dataOf(people.otherStudent)])).filter(
        ({ deletion }) => deletion !== undefined,
      ).length;
    expect(await told()).toBeLessThan(2);
    let turns = 1;
    while ((await findWalk(world.deps.table, world.cycle.id))?.endedAt === undefined && turns < 20) {
      await turn(1);
      turns += 1;
    }
    expect(turns).toBeGreaterThan(3);
    expect(turns).toBeLessThan(20);
    expect(await told()).toBe(2);
    const { deletion } = await dataOf(goner);
    expect(deletion).toMatchObject({ because: 'retention', dueAt: '2030-09-21T08:00:00.000Z' });
    expect((await dataOf(people.student)).deletion).toBeUndefined();
    expect(JSON.stringify((await dataOf(goner)).held.notice)).toContain('你的数据即将到期删除');
    const letters = (await lettersOf(goner.email)).filter((subject) =>
      /即将到期删除|to be deleted/.test(subject),
    );
    expect(letters).toHaveLength(1);
    const { items, cycles } = await world.ok('listDeletions', { as: people.coordinator });
    expect(items).toEqual([]);
    expect(cycles.map(({ until, due }) => ({ until, due }))).toEqual([
      { until: '2034-08-21T10:00:00.000Z', due: 0 },
      { until: '2030-08-21T10:00:00.000Z', due: 2 },
    ]);
  });

  it('keeps the data of who wants so, for a year', async () => {
    const as = people.otherStudent;
    const { deletion } = await dataOf(as);
    const undone = await world.request('undoDeletion', { as, ifMatch: deletion?.version ?? 0 });
    expect(undone.status).toBe(204);
    expect(await dataOf(as)).toMatchObject({
      keeps: { because: 'asked', until: '2031-08-22T08:00:00.000Z' },
    });
    world.clock.advance(8 * dayMs);
    await turn();
    expect((await dataOf(as)).deletion).toBeUndefined();
    const page = await world.request('getMyDataPage', { as, query: { lang: 'en' } });
    expect(await page.text()).toContain('Kept until 2031-08-22T08:00:00.000Z, because you asked for it.');
  });

  it('removes the others after thirty days, and leaves nothing but statistics', async () => {
    const statistics = await world.ok('listStatistics', {});
    expect(statistics.items.length).toBeGreaterThan(0);
    goTo('2030-09-21T07:00:00.000Z');
    await eraseDue(world.deps);
    expect((await world.ok('getProfile', { as: goner })).version).toBeGreaterThan(0);
    expect((await filesWithTraces(world.folder)).length).toBeGreaterThan(0);
    goTo('2030-09-21T08:00:00.000Z');
    await eraseInTurns(world);
    expect(world.entries.filter(({ event }) => event === 'deletion_failed')).toEqual([]);
    expect(await filesWithTraces(world.folder)).toEqual([]);
    const anew = { as: goner, body: profile(), ifMatch: 0 };
    expect((await world.request('saveProfile', anew)).status).toBe(401);
    expect(await world.ok('listStatistics', {})).toEqual(statistics);
    for (const as of [people.student, people.otherStudent])
      expect((await world.ok('getProfile', { as })).version).toBeGreaterThan(0);
    const { items, cycles } = await world.ok('listDeletions', { as: people.coordinator });
    expect([items, cycles.map(({ due }) => due)]).toEqual([[], [0, 0]]);
  });

  it('gives way to an own request', async () => {
    const as = people.otherStudent;
    goTo('2031-08-30T08:00:00.000Z');
    await turn();
    expect((await dataOf(as)).deletion).toMatchObject({ because: 'retention' });
    const body = { email: as.email, when: 'in_a_week', certificates: 'remove', lang: 'en' };
    expect((await world.request('requestDeletion', { as, body })).status).toBe(202);
    const { deletion } = await dataOf(as);
    expect(deletion).toMatchObject({ dueAt: '2031-09-06T08:00:00.000Z' });
    expect(deletion?.because).toBeUndefined();
    await world.request('undoDeletion', { as, ifMatch: deletion?.version ?? 0 });
    expect((await dataOf(as)).keeps?.because).toBe('asked');
  });

  it('gives way to one that is made at the same moment', async () => {
    const as = people.otherStudent;
    world.clock.advance(8 * dayMs);
    const { deps } = world;
    const now = deps.clock.now();
    let asked: unknown;
    const table: Table = {
      ...deps.table,
      write: async (operations) => {
        asked ??= await turn().then(async () => (await dataOf(as)).deletion);
        await deps.table.write(operations);
      },
    };
    const deletion = await rightsHandlers.requestDeletion({
      ...callOf({ ...deps, table }),
      actor: { kind: 'student', ...as, studentId: StudentId.parse(as.subject), name: as.subject },
      params: undefined,
      body: { email: as.email, when: 'in_a_week', certificates: 'remove', lang: 'en' },
    });
    expect(asked).toMatchObject({ because: 'retention' });
    expect(deletion).toMatchObject({ requestedAt: now });
    expect(deletion.because).toBeUndefined();
    expect((await dataOf(as)).deletion).toEqual(deletion);
    const { cycles } = await world.ok('listDeletions', { as: people.coordinator });
    expect(cycles.map(({ due }) => due)).toEqual([0, 0]);
    expect((await world.request('undoDeletion', { as, ifMatch: deletion.version })).status).toBe(204);
  });

  it('removes nobody who has taken part again since', async () => {
    const as = people.otherStudent;
    world.clock.advance(8 * dayMs);
    await turn();
    expect((await dataOf(as)).deletion).toMatchObject({ because: 'retention' });
    const studentId = StudentId.parse(as.subject);
    const { version: _, ...application } = applicationIn('submitted');
    const [postingId, companyId] = [PostingId.parse(laterPosting), CompanyId.parse(world.first.company.id)];
    const id = applicationId(studentId, postingId);
    const again = { ...application, id, studentId, postingId, companyId, cycleId: later.id };
    const by = { by: 'test', action: 'test', at: world.clock.now() };
    await world.deps.table.write([applications.create(again, by)]);
    world.clock.advance(31 * dayMs);
    await eraseInTurns(world);
    expect((await dataOf(as)).deletion).toBeUndefined();
    expect((await dataOf(as)).keeps).toMatchObject({ because: 'cycle', until: '2034-08-21T10:00:00.000Z' });
  });

  it('reaches accounts that took part in nothing and that nobody uses, wherever the walk was cut off', async () => {
    const idle = { subject: 'idle-1', role: 'student', email: 'idle1@example.com' } as const;
    const awake = { subject: 'idle-2', role: 'student', email: 'idle2@example.com' } as const;
    goTo('2030-10-01T08:00:00.000Z');
    for (const as of [idle, awake]) await world.ok('saveProfile', { as, body: profile(), ifMatch: 0 });
    // As long as the cycle that ends last keeps its data: four years.
    expect((await dataOf(idle)).keeps).toEqual({ because: 'unused', until: '2034-10-01T08:00:00.000Z' });
    goTo('2032-10-01T08:00:00.000Z');
    const search = { name: 'Anything', conditions: {}, digest: false, lang: 'en' };
    await world.ok('saveSearch', { as: awake, body: search });
    expect((await dataOf(awake)).keeps?.until).toBe('2036-10-01T08:00:00.000Z');
    goTo('2034-09-30T08:00:00.000Z');
    for (let turns = 0; turns < 12; turns += 1) await turn(1);
    expect((await dataOf(idle)).deletion).toBeUndefined();
    goTo('2034-10-08T08:00:00.000Z');
    for (let turns = 0; turns < 12; turns += 1) await turn(1);
    const { deletion, held } = await dataOf(idle);
    expect(deletion).toMatchObject({ because: 'retention', dueAt: '2034-11-07T08:00:00.000Z' });
    expect(deletion?.cycleId).toBeUndefined();
    expect(JSON.stringify(held.notice)).toContain('很久没有使用');
    expect((await dataOf(awake)).deletion).toBeUndefined();
    const due = async () => (await world.ok('listDeletions', { as: people.coordinator })).unusedDue;
    expect(await due()).toBe(1);
    await world.request('undoDeletion', { as: idle, ifMatch: deletion?.version ?? 0 });
    expect(await due()).toBe(0);
    expect((await dataOf(idle)).keeps).toMatchObject({ because: 'asked', until: '2035-10-08T08:00:00.000Z' });
    goTo('2035-10-20T08:00:00.000Z');
    for (let turns = 0; turns < 12; turns += 1) await turn(1);
    expect(await due()).toBe(1);
    goTo('2035-11-20T08:00:00.000Z');
    await eraseInTurns(world);
    expect((await world.request('saveProfile', { as: idle, body: profile(), ifMatch: 0 })).status).toBe(401);
    expect(await due()).toBe(0);
  });
});
