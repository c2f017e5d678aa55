import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answered } from '../../../functions/watch/answered.ts';
import { startApi } from '../../support/api.ts';

let api: Awaited<ReturnType<typeof startApi>>;
const told: Answered[] = [];
beforeAll(async () => {
  api = await startApi();
  api.deps.answered = (answer) => void told.push(answer);
});
afterAll(() => api.stop());

test('every answer is told of by its operation, with what it came to, also when nobody expected that', async () => {
  await api.request('getHealth');
  await api.request('getMe');
  const { table } = api.deps;
  api.deps.table = { ...table, query: () => Promise.reject(new Error('a fault')) };
  expect((await api.request('listCycles')).status).toBe(500);
  api.deps.table = table;
  expect(told.map(({ operation, status }) => [operation, status])).toEqual([
    ['getHealth', 200],
    ['getMe', 401],
    ['listCycles', 500],
  ]);
  expect(told.every(({ ms }) => ms > 0 && ms < 60_000)).toBe(true);
});
