import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fillSearch } from '../../../functions/changes/index-documents.ts';
import { openDatabase } from '../../../functions/table/sqlite-schema.ts';
import { tableIn } from '../../../functions/table/sqlite.ts';
import type { Item, JsonObject } from '../../../functions/table/table.ts';
import { evaluatorSearch } from '../../../functions/search/evaluator.ts';
import { testClock } from '../../support/clock.ts';
import { postingContent } from '../../support/samples.ts';
import { freshTable } from '../../support/table.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const keyOf = (postingId: string) => ({ pk: `POSTING#${postingId}`, sk: 'POSTING' });
const itemOf = async (postingId: string): Promise<Item> => {
  const item = await world.deps.table.get(keyOf(postingId));
  if (item === undefined) throw new Error('The posting is gone.');
  return item;
};
/** Writes the first posting as some other version of the code would. */
const rewrite = async (change: (body: JsonObject) => JsonObject): Promise<void> => {
  const { pk, sk, body, index, stamp } = await itemOf(world.first.posting.id);
  await world.deps.table.write([{ put: { pk, sk, body: change(body), index, stamp } }]);
};
const read = (postingId: string) =>
  world.request('getPosting', { as: people.company, params: { postingId } });

it('keeps what a newer version of the code has written when it changes and moves the item', async () => {
  await rewrite((body) => ({ ...body, onlyInNewer: { seen: true } }));
  const params = { postingId: world.first.posting.id };
  const found = await world.ok('getPosting', { as: people.company, params });
  expect(found).not.toHaveProperty('onlyInNewer');
  const changed = await world.ok('updatePosting', {
    as: people.company,
    params,
    body: { content: { ...postingContent(), capacity: 3 } },
    ifMatch: found.version,
  });
  await world.ok('movePosting', {
    as: people.company,
    params,
    body: { to: 'paused' },
    ifMatch: changed.version,
  });
  expect((await itemOf(params.postingId)).body).toMatchObject({
    state: 'paused',
    content: { capacity: 3 },
    onlyInNewer: { seen: true },
  });
});

const damages: [what: string, damage: () => Promise<void> | void][] = [
  ['without a field that is needed by now', () => rewrite((body) => ({ ...body, createdAt: undefined }))],
  ['with a field of another kind', () => rewrite((body) => ({ ...body, content: '用SQL分析用户增长' }))],
  [
    'whose text is cut off',
    () => {
      const file = new DatabaseSync(join(world.folder, 'record.sqlite'));
      file
        .prepare("UPDATE items SET body = substr(body, 1, length(body) - 9) WHERE pk = ? AND sk = 'POSTING'")
        .run(keyOf(world.first.posting.id).pk);
      file.close();
    },
  ],
];

it.each(damages)(
  'names the kind of an item %s, shows nothing of it, and goes on without it',
  async (_, damage) => {
    const { body, index, stamp } = await itemOf(world.first.posting.id);
    await damage();
    await world.settle();
    world.entries.length = 0;
    const response = await read(world.first.posting.id);
    expect(response.status).toBe(500);
    const problem = await response.text();
    expect(JSON.parse(problem)).toMatchObject({ code: 'item_unreadable', facts: { kind: 'posting' } });
    for (const told of [problem, JSON.stringify(world.entries)]) {
      expect(told).not.toContain('Analyst');
      expect(told).not.toContain('SQL');
    }
    expect(world.entries).toEqual([expect.objectContaining({ error: expect.stringContaining('posting') })]);
    expect((await read(world.second.posting.id)).status).toBe(200);
    expect((await world.request('searchPostings', { as: people.student })).status).toBe(200);

    const refused = await world.request('updatePosting', {
      as: people.company,
      params: { postingId: world.first.posting.id },
      body: { content: postingContent() },
      ifMatch: 4,
    });
    expect(refused.status).toBe(500);
    const mended = { put: { ...keyOf(world.first.posting.id), body, index, stamp } };
    const file = new DatabaseSync(join(world.folder, 'record.sqlite'));
    file
      .prepare("UPDATE items SET body = '{}' WHERE pk = ? AND sk = 'POSTING'")
      .run(keyOf(world.first.posting.id).pk);
    file.close();
    await world.deps.table.write([mended]);
    expect((await read(world.first.posting.id)).status).toBe(200);
  },
);

it('starts with all that can be found but the one item that cannot be read', async () => {
  await rewrite((body) => ({ ...body, createdAt: undefined }));
  const search = evaluatorSearch();
  const logged: object[] = [];
  await fillSearch({ table: world.deps.table, log: (entry) => void logged.push(entry) }, search);
  expect(search.size()).toBe(3);
  expect(logged).toEqual([expect.objectContaining({ event: 'item_left_out', kind: 'posting' })]);
});

it('says that the disk is full, keeps what was answered, and goes on when there is room', async () => {
  const fresh = freshTable();
  const database = openDatabase(fresh.file);
  const clock = testClock('2026-03-20T08:00:00.000Z');
  const full = await startWorld(undefined, tableIn(database, { file: fresh.file, clock }));
  const limit = (pages: number) => database.exec(`PRAGMA max_page_count = ${pages}`);
  try {
    limit(Number(database.prepare('PRAGMA page_count').get()?.['page_count']) + 40);
    const create = (number: number) =>
      full.request('createPosting', {
        as: people.company,
        params: { companyId: full.first.company.id },
        body: { ...postingContent(), title: { en: `Posting ${number}` } },
        key: `key-${number}`,
      });
    const answered: string[] = [];
    let refusal: Response | undefined;
    for (let number = 1; refusal === undefined && number < 500; number += 1) {
      const response = await create(number);
      if (response.status === 201) answered.push(`Posting ${number}`);
      else refusal = response;
    }
    expect(answered.length).toBeGreaterThan(2);
    expect(refusal?.status).toBe(503);
    expect(refusal?.headers.get('retry-after')).toBe('5');
    expect(full.entries.filter(({ event }) => event === 'unexpected_error')).toEqual([]);

    limit(1_000_000);
    expect((await create(answered.length + 1)).status).toBe(201);
    await full.settle();
    const { items } = await full.ok('listCompanyPostings', {
      as: people.company,
      params: { companyId: full.first.company.id },
      query: { limit: '200' },
    });
    const titles = items.map(({ content }) => content.title?.en);
    expect(titles).toHaveLength(answered.length + 2);
    expect(new Set(titles)).toEqual(
      new Set([...answered, `Posting ${answered.length + 1}`, 'Data Analyst Intern']),
    );
    const trail = await full.ok('listAudit', { as: people.coordinator, query: { limit: '200' } });
    expect(trail.items.filter(({ action }) => action === 'posting.create')).toHaveLength(items.length + 1);
    expect(full.entries.filter(({ event }) => event === 'change_not_consumed')).toEqual([]);
  } finally {
    await full.stop();
    await fresh.close();
  }
});
