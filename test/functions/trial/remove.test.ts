import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import { JobId } from '../../../functions/ids.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import { removeTrial } from '../../../functions/trial/remove.ts';
import { postingsForStudent } from '../../../matching/ranking/plan.ts';
import { studentDocument } from '../../../functions/student/document.ts';
import { getStudent } from '../../../functions/student/store.ts';
import { companyContent, cycleSettings, postingContent, profile } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const { coordinator, company, newCompany, student } = people;
const newcomer = { subject: 'student-3', role: 'student', email: 'student3@example.com' } as const;
/** What says what happened and what was asked, of everything; and how far those who follow are. */
const ofHistory = /^(AUDIT|ONCE|JOB|CHECKPOINT|CLOCK|QUEUE|MAIL|MAIL_SENT|LETTER)#|^CLOCK /;

/** What those who stay were told stays. */
const told = (key: string): boolean => / (NOTICE#|INBOX|DIGEST)/.test(key);

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const { table } = world.deps;
  const cycle = await getCycle(table, world.cycle.id);
  const by = { by: 'test', action: 'test', at: world.clock.now() };
  await table.write([cycles.update({ ...cycle, phase: 'archived' }, by)]);
  await world.settle();
  world.clock.advance(60_000);
});
afterAll(() => world.stop());

/** Everything that the record holds besides, key by key. */
const record = async (): Promise<Record<string, unknown>> => {
  await world.settle();
  const table = openSqliteTable({ file: join(world.folder, 'record.sqlite'), clock: world.clock });
  try {
    const items = await Array.fromAsync(table.items());
    return Object.fromEntries(
      items.map(({ pk, sk, body }) => [`${pk} ${sk}`, body] as const).filter(([key]) => !ofHistory.test(key)),
    );
  } finally {
    table.close();
  }
};

type Company = typeof company | typeof newCompany;

const offer = async (as: Company, companyId: string) => {
  let posting = await world.ok('createPosting', { as, params: { companyId }, body: postingContent() });
  for (const [by, to] of [
    [as, 'submitted'],
    [coordinator, 'approved'],
    [as, 'published'],
  ] as const)
    posting = await world.ok('movePosting', {
      as: by,
      params: { postingId: posting.id },
      body: { to },
      ifMatch: posting.version,
    });
  return posting;
};

/** A trial in which somebody new and somebody known take part on both sides. */
const play = async () => {
  const body = { ...cycleSettings(), trial: true };
  let cycle = await world.ok('createCycle', { as: coordinator, body });
  const params = { cycleId: cycle.id };
  const move = async (to: 'posting' | 'applying') => {
    cycle = await world.ok('moveCycle', { as: coordinator, params, body: { to }, ifMatch: cycle.version });
  };
  await move('posting');
  let made = await world.ok('registerCompany', { as: newCompany, body: companyContent(3) });
  for (const [as, to] of [
    [newCompany, 'submitted'],
    [coordinator, 'verified'],
  ] as const)
    made = await world.ok('moveCompany', {
      as,
      params: { companyId: made.id },
      body: { to },
      ifMatch: made.version,
    });
  const postings = [await offer(newCompany, made.id), await offer(company, world.first.company.id)];
  await move('applying');
  await world.ok('saveProfile', { as: newcomer, body: profile(), ifMatch: 0 });
  for (const as of [newcomer, student])
    for (const { id } of postings)
      await world.ok('apply', { as, body: { postingId: id, content: { answers: [] }, submit: true } });
  await world.deps.files.put(
    `rounds/${(await world.ok('listRounds', { params })).items[0]?.id}/x.json`,
    Buffer.from('{}'),
  );
  await world.settle();
  return { cycle: await world.ok('getCycle', { params }), postings, made };
};

/** Takes so many more writes and then none: the worker is gone. */
const dyingAfter = (writes: number): World['deps'] => {
  const { deps } = world;
  let left = writes;
  const write: World['deps']['table']['write'] = async (operations) => {
    if (left === 0) throw new Error('killed');
    left -= 1;
    await deps.table.write(operations);
  };
  return { ...deps, table: { ...deps.table, write } };
};

describe('a trial cycle', () => {
  it('is shown in no list but the coordinators’, and is the current one only while no other is', async () => {
    const { cycle } = await play();
    const listed = async (as?: typeof coordinator | typeof student) =>
      (await world.ok('listCycles', { ...(as && { as }) })).items.map(({ id }) => id);
    expect(await listed()).not.toContain(cycle.id);
    expect(await listed(student)).not.toContain(cycle.id);
    expect(await listed(coordinator)).toContain(cycle.id);
    expect((await getCycle(world.deps.table, 'current')).id).toBe(cycle.id);
    const other = await world.ok('createCycle', { as: coordinator, body: cycleSettings() });
    expect((await getCycle(world.deps.table, 'current')).id).toBe(other.id);
    const by = { by: 'test', action: 'test', at: world.clock.now() };
    await world.deps.table.write([
      cycles.update({ ...(await getCycle(world.deps.table, other.id)), phase: 'archived' }, by),
    ]);
    await world.ok('removeTrialCycle', {
      as: coordinator,
      params: { cycleId: cycle.id },
      ifMatch: cycle.version,
    });
    await world.settle();
  });

  it('goes with all who came for it, and leaves who was there before as they were', async () => {
    const before = await record();
    const { cycle, postings, made } = await play();
    expect(Object.keys(await record()).length).toBeGreaterThan(Object.keys(before).length + 15);
    const params = { cycleId: cycle.id };
    const asked = { as: coordinator, params, ifMatch: cycle.version };
    expect((await world.request('removeTrialCycle', { ...asked, as: student })).status).toBe(403);
    expect((await world.request('removeTrialCycle', { ...asked, ifMatch: cycle.version - 1 })).status).toBe(
      412,
    );
    await world.ok('removeTrialCycle', asked);
    const after = await record();
    expect(Object.keys(after).filter((key) => !(key in before) && !told(key))).toEqual([]);
    expect(Object.keys(before).filter((key) => !(key in after))).toEqual([]);
    expect(JSON.stringify(Object.keys(after))).not.toMatch(
      new RegExp(`${newcomer.subject}|${made.id}|${newCompany.email}`),
    );
    expect((await world.deps.files.list()).filter((name) => name.startsWith('rounds/'))).toEqual([]);
    expect((await world.request('getCycle', { params })).status).toBe(404);
    const document = studentDocument(await getStudent(world.deps.table, student.subject));
    if (document === undefined) throw new Error('The student has no document.');
    const weights = cycle.weights;
    const { hits } = await world.deps.search.rankPostings(
      postingsForStudent(document, { cycleId: cycle.id, weights, facets: false, limit: 10 }),
    );
    expect(hits.map(({ id }) => id)).not.toContain(postings[0]?.id);
    expect(hits).toEqual([]);
  });

  it('is removed wherever its removal was cut off', async () => {
    const before = Object.keys(await record());
    const { cycle } = await play();
    const by = { by: 'test', action: 'test', at: world.clock.now() };
    const trial = { since: cycle.trial?.since ?? '', endedAt: by.at };
    await world.deps.table.write([
      cycles.update({ ...(await getCycle(world.deps.table, cycle.id)), phase: 'archived', trial }, by),
    ]);
    const task = {
      id: JobId.parse('job_0000000000000000'),
      requestedBy: 'test',
      createdAt: by.at,
      done: 0,
      decide: async () => {},
    };
    const work = (deps: World['deps']) =>
      removeTrial(deps, { kind: 'remove_trial', cycleId: cycle.id }, async () => {}, task);
    let deaths = 0;
    for (; deaths < 200; deaths += 1) {
      const ended = await work(dyingAfter(1)).then(
        () => true,
        () => false,
      );
      await world.settle();
      if (ended) break;
    }
    expect(deaths).toBeGreaterThan(8);
    expect(deaths).toBeLessThan(200);
    expect(Object.keys(await record()).filter((key) => !before.includes(key) && !told(key))).toEqual([]);
  });

  it('is no cycle that people took part in: that one stays', async () => {
    const { version } = await getCycle(world.deps.table, world.cycle.id);
    const call = { as: coordinator, params: { cycleId: world.cycle.id }, ifMatch: version };
    const response = await world.request('removeTrialCycle', call);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'cycle_not_trial' });
  });
});
