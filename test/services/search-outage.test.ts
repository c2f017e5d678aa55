import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSearchEngine } from '../../infra/local/search.ts';
import { testClock } from '../support/clock.ts';
import { fragileLine } from '../support/fragile-line.ts';
import { profile } from '../support/samples.ts';
import { serviceUrl } from '../support/service.ts';
import { people, startWorld, type World } from '../support/world.ts';

const url = serviceUrl('open-search');

describe.skipIf(url === undefined)('the product on OpenSearch', () => {
  let line: Awaited<ReturnType<typeof fragileLine>>;
  let world: World;
  let number = 0;
  const start = async (mostInMemory: number): Promise<void> => {
    number += 1;
    const clock = testClock('2026-03-20T08:00:00.000Z');
    const prefix = `outage-${process.pid}-${number}-`;
    world = await startWorld(openSearchEngine({ url: line.url, clock, prefix, mostInMemory }));
  };
  beforeEach(async () => {
    line = await fragileLine(url ?? '');
  });
  afterEach(async () => {
    line.mend();
    await world.stop();
    await line.close();
  });

  const listed = async (): Promise<string[]> =>
    (await world.ok('searchPostings', { as: people.student })).items
      .map(({ posting }) => posting.id)
      .toSorted();
  const state = () => world.ok('getSearchState', { as: people.coordinator });
  /** What was written can be found after a second. */
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    const end = Date.now() + 30_000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error('It did not come about within 30 s.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const both = () => [world.first.posting.id, world.second.posting.id].toSorted();
  const pauseSecond = () =>
    world.ok('movePosting', {
      as: people.otherCompany,
      params: { postingId: world.second.posting.id },
      body: { to: 'paused' },
      ifMatch: world.second.posting.version,
    });

  test.each(['cut', 'stall'] as const)(
    'answers by the standby while its line is %s, then completes',
    async (fault) => {
      await start(1_000);
      await until(async () => (await listed()).length === 2);
      expect(await state()).toEqual({ engine: 'opensearch', answeredBy: 'engine', waitingChanges: 0 });
      line[fault]();
      expect(await listed()).toEqual(both());
      await pauseSecond();
      await until(async () => (await listed()).length === 1);
      expect(await state()).toMatchObject({
        answeredBy: 'standby',
        since: expect.any(String),
        waitingChanges: 1,
      });
      expect(world.entries.filter(({ event }) => event === 'change_not_consumed')).toEqual([]);
      line.mend();
      await world.settle();
      await until(async () => (await listed()).length === 1 && (await state()).answeredBy === 'engine');
      expect((await state()).waitingChanges).toBe(0);
      expect(await listed()).toEqual([world.first.posting.id]);
    },
  );

  test('says when to come back where there is no standby, and never shows an empty list', async () => {
    await start(0);
    await until(async () => (await listed()).length === 2);
    line.cut();
    const response = await world.request('searchPostings', { as: people.student });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ code: 'unavailable' });
    expect((await state()).answeredBy).toBe('nobody');
    await world.ok('saveProfile', { as: people.student, body: profile(), ifMatch: 1 });
    line.mend();
    await until(async () => (await state()).waitingChanges === 0);
    await until(async () => (await world.request('searchPostings', { as: people.student })).status === 200);
    expect(await listed()).toEqual(both());
  });
});
