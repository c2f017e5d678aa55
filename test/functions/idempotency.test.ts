import { afterEach, beforeEach, expect, it } from 'vitest';
import { OnceOnly, Repeated } from '../../functions/idempotency.ts';
import { testClock } from '../support/clock.ts';
import { freshTable } from '../support/table.ts';

const now = '2026-03-20T08:00:00.000Z';
const actor = { kind: 'coordinator', subject: 'coordinator-1', email: 'c@example.com', name: 'C' } as const;
const request = { operation: 'createCycle', path: '/v1/cycles', query: {}, body: '{}' };
const stamp = { by: 'test', action: 'test.write', at: now };

let fresh: ReturnType<typeof freshTable>;
beforeEach(() => {
  fresh = freshTable(testClock(now));
});
afterEach(() => fresh.close());

const once = () => new OnceOnly(fresh.table, actor, 'key', request, now);
/** What a handler does: it stores something new of its own. */
const store = (attempt: OnceOnly, sk: string) =>
  attempt.table.write([{ put: { pk: 'THING', sk, body: {}, stamp } }]);
const stored = async () => (await fresh.table.query({ pk: 'THING' })).items.map(({ sk }) => sk);

it('lets one of two equal requests commit when both looked before either wrote', async () => {
  const [first, second] = [once(), once()];
  expect(await Promise.all([first.remembered(), second.remembered()])).toEqual([undefined, undefined]);
  await store(first, 'first');
  await expect(store(second, 'second')).rejects.toMatchObject({ code: 'already_under_way' });
  expect(await stored()).toEqual(['first']);
});

it('gives the loser of the race the answer of the winner, once there is one', async () => {
  const [first, second] = [once(), once()];
  await Promise.all([first.remembered(), second.remembered()]);
  await store(first, 'first');
  const answer = { status: 201, body: '{"id":"first"}' };
  await first.remember(answer);
  await expect(store(second, 'second')).rejects.toSatisfy(
    (error) => error instanceof Repeated && error.answer.body === answer.body,
  );
  expect(await stored()).toEqual(['first']);
});

it('keeps nothing of a request that wrote nothing', async () => {
  const attempt = once();
  await attempt.remember({ status: 200, body: '{}' });
  expect(await once().remembered()).toBeUndefined();
});

it('lets one request write side by side: its own writes are no repetition', async () => {
  const attempt = once();
  await Promise.all(['a', 'b', 'c'].map((sk) => store(attempt, sk)));
  expect(await stored()).toEqual(['a', 'b', 'c']);
  await expect(store(once(), 'd')).rejects.toMatchObject({ code: 'already_under_way' });
});

it('claims the key with the next of its writes when the first does not hold', async () => {
  const attempt = once();
  const refused = attempt.table.write([
    { put: { pk: 'THING', sk: 'refused', body: {}, stamp }, if: { version: 7 } },
  ]);
  const [first, second] = await Promise.allSettled([refused, store(attempt, 'next')]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  await expect(store(once(), 'd')).rejects.toMatchObject({ code: 'already_under_way' });
  expect(await stored()).toEqual(['next']);
});
