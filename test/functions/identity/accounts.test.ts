import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsIn } from '../../../functions/identity/accounts.ts';
import { hashPassword, passwordMatches } from '../../../functions/identity/password.ts';
import { testClock } from '../../support/clock.ts';
import { testCost } from '../../support/issuer.ts';
import { freshTable } from '../../support/table.ts';

const clock = testClock('2026-02-01T00:00:00.000Z');
const fresh = freshTable(clock);
const accounts = accountsIn({ table: fresh.table, clock, cost: testCost });
const password = 'correct horse battery';

beforeAll(async () => {
  await accounts.create({ email: 'Chen@Example.org ', name: ' 陈协调 ', role: 'coordinator', password });
});
afterAll(() => fresh.close());

test('an account is found by its normalised address and its password only', async () => {
  const account = await accounts.authenticate(' chen@EXAMPLE.org', password);
  expect(account).toMatchObject({ email: 'chen@example.org', name: '陈协调', role: 'coordinator' });
  expect(await accounts.find(account?.subject ?? '')).toEqual(account);
  expect(account?.subject).toMatch(/^[\w-]{22}$/);
  expect(JSON.stringify(account)).not.toContain(password);
  expect(await accounts.authenticate('chen@example.org', `${password} `)).toBeUndefined();
  expect(await accounts.authenticate('nobody@example.org', password)).toBeUndefined();
  expect(await accounts.authenticate('no address', password)).toBeUndefined();
});

test('one address has one account, also when two are made at once', async () => {
  const twin = { email: 'twin@example.org', name: 'Twin', role: 'student', password } as const;
  const results = await Promise.allSettled([accounts.create(twin), accounts.signUp(twin)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const again = accounts.signUp({ ...twin, email: 'CHEN@example.org' });
  await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'email_taken' });
});

test('nobody signs up as a coordinator; wrong fields are all named', async () => {
  const coordinator = { email: 'eve@example.org', name: 'Eve', role: 'coordinator', password };
  await expect(accounts.signUp(coordinator)).rejects.toMatchObject({ fields: [{ pointer: '/role' }] });
  const wrong = accounts.signUp({ email: 'eve', name: ' ', role: 'student', password: 'short' });
  await expect(wrong).rejects.toMatchObject({
    code: 'invalid_account',
    fields: [{ pointer: '/email' }, { pointer: '/name' }, { pointer: '/password' }],
  });
  expect(await accounts.authenticate('eve@example.org', password)).toBeUndefined();
});

test('a password hash has its own salt, and matches the password however it is composed', async () => {
  const [first, second] = await Promise.all([
    hashPassword('pässwörter 密码', testCost),
    hashPassword('pässwörter 密码', testCost),
  ]);
  expect(first).not.toBe(second);
  expect(await passwordMatches('pässwörter 密码'.normalize('NFD'), first)).toBe(true);
  expect(await passwordMatches('passworter 密码', first)).toBe(false);
});
