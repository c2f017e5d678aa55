import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { groupCommit } from '../../../functions/table/sqlite-commit.ts';

/** A real database that counts its commits. */
class Counting extends DatabaseSync {
  commits = 0;
  override exec(sql: string): void {
    if (sql === 'COMMIT') this.commits += 1;
    super.exec(sql);
  }
}

let folder: string;
let database: Counting;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commit-'));
  database = new Counting(join(folder, 'x.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT PRIMARY KEY) STRICT');
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const add = (text: string) => (): void =>
  void database.prepare('INSERT INTO notes (text) VALUES (?)').run(text);
const notes = () =>
  database
    .prepare('SELECT text FROM notes ORDER BY rowid')
    .all()
    .map(({ text }) => text);

test('writes that come at the same time share one commit, in their order', async () => {
  const write = groupCommit(database);
  const texts = Array.from({ length: 20 }, (_, n) => `note ${n}`);
  await Promise.all(texts.map((text) => write(add(text))));
  expect(notes()).toEqual(texts);
  expect(database.commits).toBe(1);
  await write(add('later'));
  expect(database.commits).toBe(2);
});

test('one that fails leaves nothing of itself and takes no other with it', async () => {
  const write = groupCommit(database);
  const half = () => {
    add('half')();
    throw new Error('in the middle');
  };
  const told = await Promise.allSettled([write(add('before')), write(half), write(add('after'))]);
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(notes()).toEqual(['before', 'after']);
});

test('on a full disk exactly those are there that were told so', async () => {
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
  database.exec(`PRAGMA max_page_count = ${Number(pages) + 2}`);
  const write = groupCommit(database);
  const texts = Array.from({ length: 40 }, (_, n) => `${n} ${'x'.repeat(1_000)}`);
  const told = await Promise.allSettled(texts.map((text) => write(add(text))));
  expect(told.map(({ status }) => status)).toContain('rejected');
  expect(notes()).toEqual(texts.filter((_, n) => told[n]?.status === 'fulfilled'));
});
