import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { DomainError } from '../../../functions/errors.ts';
import { listRoundOffers } from '../../../functions/offer/store.ts';
import { postingHandlers } from '../../../functions/posting/routes.ts';
import { getPosting } from '../../../functions/posting/store.ts';
import { publishedRound } from '../../../functions/round/store.ts';
import { postingContent } from '../../support/samples.ts';
import { callOf, now, postingId, recruiterActor, startMarket } from '../../support/market.ts';

const named = async (pending: Promise<unknown>): Promise<string> => {
  try {
    await pending;
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

/** A company's request that read the cycle in its ranking phase, and is held up until the round made so many writes. */
const late = async (change: 'cut' | 'pause', after: number) => {
  const market = await startMarket([2], 3);
  try {
    for (const student of [1, 2, 3]) await market.studentRanks(student, [1]);
    await market.postingRanks(1, [1, 2, 3]);
    const { table } = market.deps;
    const { version } = await getPosting(table, postingId(1));
    const arrived = Promise.withResolvers<void>();
    const held = {
      ...table,
      write: async (...args: Parameters<typeof table.write>) => {
        await arrived.promise;
        await table.write(...args);
      },
    };
    const call = { ...callOf({ ...market.deps, table: held }), now, version, actor: recruiterActor(1) };
    const params = { postingId: postingId(1) };
    const content = { ...postingContent(), capacity: 1 };
    const request = named(
      change === 'cut'
        ? postingHandlers.updatePosting({ ...call, params, body: { content, reason: 'A desk is gone.' } })
        : postingHandlers.movePosting({ ...call, params, body: { to: 'paused' } }),
    );
    await setImmediate();
    let writes = 0;
    market.deps.table = {
      ...table,
      write: async (...args) => {
        if (writes === after) {
          arrived.resolve();
          await request;
        }
        writes += 1;
        await table.write(...args);
      },
    };
    const round = await named(market.upTo('published'));
    arrived.resolve();
    const answer = await request;
    const published = await publishedRound(table, market.roundId);
    const offers = published ? (await listRoundOffers(table, published, { limit: 10 })).items.length : 0;
    const posting = await getPosting(table, postingId(1));
    return {
      answer,
      round,
      offers,
      seats: posting.state === 'published' ? (posting.content.capacity ?? 0) : 0,
      writes,
    };
  } finally {
    await market.deps.close();
  }
};

it.each(['cut', 'pause'] as const)(
  'a %s of seats that comes late is in the snapshot or refused by name, and never leaves more offers than seats',
  async (change) => {
    const answers = new Set<string>();
    for (let after = 0, writes = 1; after <= writes; after += 1) {
      const end = await late(change, after);
      ({ writes } = end);
      answers.add(end.answer);
      expect({ after, ...end }).toMatchObject({ round: 'done', offers: end.seats });
    }
    expect([...answers].toSorted()).toEqual(['done', 'seats_frozen', 'stale_version']);
  },
);

it('once the result is published, a company closes its posting', async () => {
  const market = await startMarket([1], 1);
  await market.studentRanks(1, [1]);
  await market.upTo('published');
  await market.toPhase('active');
  const { version } = await getPosting(market.deps.table, postingId(1));
  const call = {
    ...callOf(market.deps),
    version,
    actor: recruiterActor(1),
    params: { postingId: postingId(1) },
  };
  expect(await postingHandlers.movePosting({ ...call, body: { to: 'closed' } })).toMatchObject({
    state: 'closed',
  });
  await market.deps.close();
});
