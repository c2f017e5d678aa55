import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import type { Item, Table } from '../../../functions/table/table.ts';
import { allChanges, freshTable } from '../../support/table.ts';

const writer = fileURLToPath(new URL('../../support/write-until-killed.ts', import.meta.url));

let fresh: ReturnType<typeof freshTable>;
beforeEach(() => {
  fresh = freshTable();
});
afterEach(() => fresh.close());

async function all(table: Table, pk: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await table.query({ pk, limit: 1000, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}

test('a process killed while writing loses nothing it had printed as done, and halves nothing', async () => {
  const child = spawn(process.execPath, [writer, fresh.file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split('\n').length > 50) child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  const done = printed.split('\n').slice(0, -1).length;

  const reopened = openSqliteTable({ file: fresh.file });
  const left = await all(reopened, 'LEFT');
  const right = await all(reopened, 'RIGHT');
  const changes = await allChanges(reopened);
  reopened.close();
  expect(done).toBeGreaterThanOrEqual(50);
  expect(left.length).toBeGreaterThanOrEqual(done);
  expect(right.map(({ sk }) => sk)).toEqual(left.map(({ sk }) => sk));
  expect(changes).toHaveLength(left.length * 2);
});

test('two open tables on one file see each other, and of two writers one wins', async () => {
  const other = openSqliteTable({ file: fresh.file });
  const stamp = { by: 'a', action: 'test.write', at: '2026-05-15T10:00:00.000Z' };
  const put = { pk: 'P', sk: 'S', body: {}, stamp };
  await fresh.table.write([{ put, if: { absent: true } }]);
  expect(await other.get({ pk: 'P', sk: 'S' })).toMatchObject({ version: 1 });
  const results = await Promise.allSettled(
    [fresh.table, other].map((table) => table.write([{ put, if: { version: 1 } }])),
  );
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  other.close();
});

test('what has expired is taken out at the next start, and the change feed tells it', async () => {
  const stamp = { by: 'a', action: 'test.write', at: '2026-05-15T10:00:00.000Z' };
  const put = { pk: 'P', sk: 'S', body: {}, stamp };
  await fresh.table.write([
    { put: { ...put, expiresAt: '2020-01-01T00:00:00.000Z' } },
    { put: { ...put, sk: 'T' } },
  ]);
  const later = openSqliteTable({ file: fresh.file });
  const changes = (await allChanges(later)).slice(2);
  expect(changes).toMatchObject([
    { key: { pk: 'P', sk: 'S' }, before: { version: 1 }, stamp: { action: 'table.expire' } },
  ]);
  expect(changes[0]?.after).toBeUndefined();
  later.close();
});
