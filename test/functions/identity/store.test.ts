import { afterAll, expect, test } from 'vitest';
import { issuerStore } from '../../../functions/identity/issuer/store.ts';
import { testClock } from '../../support/clock.ts';
import { freshTable } from '../../support/table.ts';

const clock = testClock('2026-02-01T00:00:00.000Z');
const fresh = freshTable(clock);
const store = issuerStore({ table: fresh.table, clock });
afterAll(() => fresh.close());

test('a code is used once, also when two requests bring it at the same moment', async () => {
  const codes = store('AuthorizationCode');
  await codes.upsert('c1', { grantId: 'g', nested: { list: [1] } }, 60);
  const uses = await Promise.allSettled([codes.consume('c1'), codes.consume('c1')]);
  expect(uses.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(codes.consume('c1')).rejects.toMatchObject({ error: 'invalid_grant' });
  expect(await codes.find('c1')).toMatchObject({ nested: { list: [1] }, consumed: 1769904000 });
});

test('what belongs to a grant goes with it, each model by its own name', async () => {
  const [tokens, sessions] = [store('RefreshToken'), store('Session')];
  await tokens.upsert('t1', { grantId: 'revoked' }, 60);
  await tokens.upsert('t2', { grantId: 'other' }, 60);
  await sessions.upsert('t1', { uid: 'u1' }, 60);
  await tokens.revokeByGrantId('revoked');
  expect(await tokens.find('t1')).toBeUndefined();
  expect(await tokens.find('t2')).toBeDefined();
  expect(await sessions.findByUid('u1')).toEqual({ uid: 'u1' });
  await sessions.destroy('t1');
  expect(await sessions.findByUid('u1')).toBeUndefined();
});

test('what has run out is gone', async () => {
  const sessions = store('Session');
  await sessions.upsert('s', { uid: 'u2' }, 60);
  clock.advance(61_000);
  expect(await sessions.find('s')).toBeUndefined();
});
