import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { accountRemoval } from '../../../functions/identity/account-removal.ts';
import { accountsIn } from '../../../functions/identity/accounts.ts';
import { issuerStore } from '../../../functions/identity/issuer/store.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import { testClock } from '../../support/clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'accounts-'));
const clock = testClock('2026-02-01T00:00:00.000Z');
const table = openSqliteTable({ file: join(folder, 'identity.sqlite'), clock });
afterAll(() => {
  table.close();
  rmSync(folder, { recursive: true });
});

const found = (word: string): string[] =>
  readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(word));

test('an account goes with its sessions, and leaves no byte in the files', async () => {
  const accounts = accountsIn({ table, clock, cost: 2 ** 4 });
  const person = {
    name: '卓蔚安',
    email: 'wei.an.zhuo@example.com',
    password: 'a long password',
    role: 'student',
  };
  const { subject } = await accounts.signUp(person);
  const other = await accounts.signUp({ ...person, name: 'Other', email: 'other@example.com' });
  const sessions = issuerStore({ table, clock })('Session');
  await sessions.upsert('gone', { uid: 'u1', accountId: subject }, 60);
  await sessions.upsert('stays', { uid: 'u2', accountId: other.subject }, 60);
  const words = [subject, person.name, person.email];
  expect(words.map(found)).not.toContainEqual([]);

  const removal = accountRemoval(table, accounts);
  await removal.remove({ subject, email: person.email });
  await removal.remove({ subject, email: person.email });
  expect(words.flatMap(found)).toEqual([]);
  expect(await accounts.authenticate(person.email, person.password)).toBeUndefined();
  expect(await sessions.find('gone')).toBeUndefined();
  expect(await sessions.find('stays')).toBeDefined();
  expect(await accounts.authenticate('other@example.com', person.password)).toMatchObject({ name: 'Other' });
  // The address is free again, for whoever has it next.
  expect((await accounts.signUp(person)).subject).not.toBe(subject);
});

test('what is being read is not yet clean', async () => {
  const items = table.items();
  await items.next();
  expect(await table.clean()).toBe(false);
  await items.return(undefined);
  expect(await table.clean()).toBe(true);
});
