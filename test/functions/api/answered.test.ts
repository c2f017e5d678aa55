import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answered, metricsLine } from '../../../functions/answered.ts';
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

test.each([
  [200, { Refusals: 0, Faults: 0 }],
  [404, { Refusals: 1, Faults: 0 }],
  [503, { Refusals: 0, Faults: 1 }],
])(
  'a line about an answer of %s has each metric that it declares, by the function alone',
  (status, counts) => {
    const line = metricsLine(
      { operation: 'getPosting', status, ms: 12.4 },
      'api',
      '2026-03-20T08:00:00.000Z',
    );
    expect(line).toMatchObject({ ...counts, operation: 'getPosting', function: 'api', AnswerTime: 12 });
    const [{ Dimensions, Metrics } = {}] = line._aws.CloudWatchMetrics;
    expect(Dimensions).toEqual([['function']]);
    for (const { Name } of Metrics ?? []) expect(line).toHaveProperty(Name, expect.any(Number));
    expect(line._aws.Timestamp).toBe(Date.parse('2026-03-20T08:00:00.000Z'));
  },
);
