import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/app.ts';
import { wants } from '../../../functions/changes/consumer.ts';
import { consumers } from '../../../functions/changes/consumers.ts';
import { getCompany } from '../../../functions/company/store.ts';
import { RoundId } from '../../../functions/ids.ts';
import { holdingOf, holdings } from '../../../functions/rights/holdings.ts';
import { eraseDue } from '../../../functions/rights/erase.ts';
import { getRound, rounds } from '../../../functions/round/store.ts';
import { accessPatterns } from '../../../functions/table/access-patterns.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import type { Change, Item } from '../../../functions/table/table.ts';
import { incomingOf } from '../../../functions/upload/place.ts';
import { acceptingPost } from '../../../infra/local/access-patterns/accepting-post.ts';
import {
  eraseInTurns,
  filesWithTraces,
  foundIn,
  goner,
  traces,
  useEverything,
} from '../../support/everything.ts';
import { requestOf } from '../../support/request.ts';
import { profile } from '../../support/samples.ts';
import { allChanges } from '../../support/table.ts';
import { people, startWorld, type World } from '../../support/world.ts';
import { join } from 'node:path';

let world: World;
/** The feed as it was before the removal. */
let told: Change[] = [];
beforeAll(async () => {
  world = await startWorld(undefined, undefined, acceptingPost);
  await useEverything(world);
});
afterAll(() => world.stop());

const wholeRecord = async (): Promise<Item[]> => {
  const record = openSqliteTable({ file: join(world.folder, 'record.sqlite'), clock: world.clock });
  try {
    return await Array.fromAsync(record.items());
  } finally {
    record.close();
  }
};
const itemsWithTraces = async (): Promise<string[]> =>
  (await wholeRecord())
    .filter((item) => foundIn(item).length > 0)
    .map((item) => `${item.pk} ${item.sk} (${foundIn(item).join(', ')})`);

/** Whom the search finds for a posting that nobody applied to. */
const candidates = async (): Promise<string[]> => {
  const params = { postingId: world.second.posting.id };
  const { items } = await world.ok('listCandidates', { as: people.coordinator, params });
  return items.map(({ studentId }) => studentId);
};
const ask = (body: object = {}) =>
  world.request('requestDeletion', {
    as: goner,
    body: { email: goner.email, when: 'in_a_week', certificates: 'remove', lang: 'en', ...body },
  });
const weekMs = 7 * 24 * 60 * 60 * 1000;

describe('the register', () => {
  it('has a line for every way in which the record is read as it lies', () => {
    // What removes whole partitions has no kind of its own.
    const asked = accessPatterns.filter(({ asks }) => !asks.startsWith('trial/'));
    const idle = asked.filter(
      ({ from, pk, sk }) => (from === 'item' || from === 'table') && holdingOf({ pk, sk }) === undefined,
    );
    expect(idle.map(({ finds }) => finds)).toEqual([]);
  });
  it('has a line for every kind of item that is kept', async () => {
    const idle = (await wholeRecord()).filter((item) => holdingOf(item) === undefined);
    expect(idle.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
  });
  it('names no kind twice', () => {
    const all = holdings.flatMap(({ of }) => of);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what is held', () => {
  it('is shown to the student, each kind under its name, with who saw it', async () => {
    const data = await world.ok('getMyData', { as: goner });
    expect(Object.keys(data.held)).toEqual(
      expect.arrayContaining(['profile', 'application', 'saved_search', 'referral', 'certificate', 'letter']),
    );
    expect(data.seenBy.map(({ kind }) => kind).toSorted()).toEqual(['company', 'coordinator', 'referrer']);
    const { name } = (await getCompany(world.deps.table, world.first.company.id)).content;
    expect(name?.zh).not.toBe(name?.en);
    expect(data.seenBy).toContainEqual(expect.objectContaining({ kind: 'company', what: name }));
    for (const lang of ['zh', 'en'] as const) {
      const page = await (await world.request('getMyDataPage', { as: goner, query: { lang } })).text();
      const lines = page.slice(0, page.indexOf('</ul>'));
      expect({ lang, named: lines.includes(` · ${name?.[lang]} · `) }).toEqual({ lang, named: true });
    }
    expect(data.consents.map(({ to }) => to)).toEqual(['privacy', 'ranking', 'referrer']);
    // An offer of a round that is not public stays out of sight here too.
    expect(data.held.offer).toBeUndefined();
  });

  it('comes as a page in which nothing runs', async () => {
    const as = people.otherStudent;
    const { version } = await world.ok('getProfile', { as });
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    await world.ok('saveProfile', { as, body: { ...profile(), about: hostile }, ifMatch: version });
    const response = await world.request('getMyDataPage', { as, query: { lang: 'en' } });
    const page = await response.text();
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('<h2>Applications</h2>');
  });
});

describe('a request for deletion', () => {
  it('needs the address, is made once, and can be taken back', async () => {
    expect((await ask({ email: 'other@example.com' })).status).toBe(422);
    expect((await ask()).status).toBe(202);
    expect((await ask()).status).toBe(409);
    await world.settle();
    const { deletion, held } = await world.ok('getMyData', { as: goner });
    expect(JSON.stringify(held.notice)).toContain('We have received your deletion request');
    const listed = await world.ok('listDeletions', { as: people.coordinator });
    expect(listed.items).toMatchObject([{ state: 'requested' }]);
    expect(foundIn(listed)).toEqual([]);
    await world.ok('getProfile', { as: goner });
    const undo = { as: goner, ifMatch: deletion?.version ?? 0 };
    expect((await world.request('undoDeletion', undo)).status).toBe(204);
    world.clock.advance(weekMs + 1);
    await eraseDue(world.deps);
    expect((await world.request('getProfile', { as: goner })).status).toBe(200);
  });

  it('waits for a round that has the list behind its fence', async () => {
    const { deps } = world;
    const round = await getRound(deps.table, RoundId.parse(world.round.id));
    const by = { by: 'test', action: 'test', at: deps.clock.now() };
    await deps.table.write([
      rounds.update({ ...round, state: 'frozen', frozen: { at: by.at, by: 'test' } }, by),
    ]);
    expect((await ask({ when: 'now' })).status).toBe(202);
    await eraseInTurns(world);
    expect((await world.ok('getMyData', { as: goner })).deletion?.waitsFor).toBe('round');
  });

  it('leaves nothing of the person anywhere', async () => {
    const before = await itemsWithTraces();
    expect(await world.deps.files.list()).toContain('agreements/1.pdf');
    const waiting = `${incomingOf(`student:${goner.subject}`)}/2999-01-01-4-file`;
    await world.deps.files.put(waiting, Buffer.from('sent and not used'));
    expect(await candidates()).toContain(goner.subject);
    expect(before.length).toBeGreaterThan(20);
    const { deps } = world;
    const round = await getRound(deps.table, RoundId.parse(world.round.id));
    const by = { by: 'test', action: 'test', at: deps.clock.now() };
    await deps.table.write([
      rounds.update({ ...round, state: 'voided', ended: { at: by.at, by: 'test' }, reason: 'test' }, by),
    ]);
    await world.settle();
    told = await allChanges(deps.table);
    expect((await filesWithTraces(world.folder)).length).toBeGreaterThan(traces.length);
    await eraseInTurns(world);
    expect(world.entries.filter(({ event }) => event === 'deletion_failed')).toEqual([]);
    expect(await itemsWithTraces()).toEqual([]);
    expect(await filesWithTraces(world.folder)).toEqual([]);
    expect(await deps.files.list()).not.toContain('agreements/1.pdf');
    expect(await deps.files.list()).not.toContain(waiting);
    expect(await candidates()).not.toContain(goner.subject);
    expect((await world.request('readAllNotices', { as: goner })).status).toBe(401);
    const listed = await world.ok('listDeletions', { as: people.coordinator });
    expect(listed.items).toMatchObject([{ state: 'done' }]);
  });

  it('is not undone by any change that comes late or again', async () => {
    for (const consumer of consumers)
      for (const change of told.filter(({ key }) => key.pk === `STUDENT#${goner.subject}`))
        if (wants(consumer, change)) await consumer.consume(world.deps, [change]);
    await world.settle();
    expect(await itemsWithTraces()).toEqual([]);
  });
});

describe('a removal that begins between a request and its write', () => {
  it.each([undefined, 'once'])('lets nothing of the request in, with the key %s', async (key) => {
    const as = { subject: `late-${key}`, role: 'student', email: `late-${key}@example.com` } as const;
    await world.ok('saveProfile', { as, body: profile(), ifMatch: 0 });
    const deletion = { email: as.email, when: 'now', certificates: 'remove', lang: 'en' };
    expect((await world.request('requestDeletion', { as, body: deletion })).status).toBe(202);
    const { table } = world.deps;
    let begun = false;
    const write: typeof table.write = async (operations) => {
      if (!begun && operations.some((one) => 'put' in one && one.put.sk.startsWith('APPLICATION#'))) {
        begun = true;
        await eraseDue(world.deps);
      }
      await table.write(operations);
    };
    const app = createApp({ ...world.deps, table: { ...table, write } });
    const body = { postingId: world.first.posting.id, content: { answers: [] }, submit: true };
    const { path, ...init } = requestOf('apply', { body, ...(key !== undefined && { key }) });
    init.headers.set('authorization', `Bearer ${await world.tokenOf(as)}`);
    expect((await app.request(path, init)).status).toBe(401);
    expect(begun).toBe(true);
    const application = { pk: `STUDENT#${as.subject}`, sk: `APPLICATION#${world.first.posting.id}` };
    expect(await table.get(application)).toBeUndefined();
    await eraseInTurns(world);
    const { items } = await world.ok('listApplicants', {
      as: people.company,
      params: { postingId: world.first.posting.id },
    });
    expect(JSON.stringify(items)).not.toContain(as.subject);
  });
});
