import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Consumer } from '../../../functions/changes/consumer.ts';
import { followChanges } from '../../../functions/changes/follow.ts';
import type { Deps } from '../../../functions/deps.ts';
import { makeDeps, type TestDeps } from '../../support/deps.ts';
import { dying } from '../../support/market.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await makeDeps();
});
afterEach(() => deps.close());

const note = (name: string) =>
  deps.table.write([
    {
      put: {
        pk: `NOTE#${name}`,
        sk: 'NOTE',
        body: {},
        stamp: { by: 'test', action: 'note', at: deps.clock.now() },
      },
    },
  ]);
/** Writes down every note that it is given, and fails at those whose name is `bad`. */
const reader = (name: string, bad = 'none') => {
  const seen: string[] = [];
  const consumer: Consumer = {
    name,
    wants: ({ key }) => key.sk === 'NOTE',
    consume: async (_, changes) => {
      for (const { key } of changes) {
        seen.push(key.pk.slice(5));
        if (key.pk === `NOTE#${bad}`) throw new Error('cannot take this one');
      }
    },
  };
  return { seen, consumer };
};
const follow = async (consumers: readonly Consumer[], on: Deps = deps): Promise<void> => {
  const following = await followChanges(on, consumers);
  await following.caughtUp();
  await following.stop();
};

it('lays a change aside after three failures, and holds up neither later changes nor other consumers', async () => {
  for (const name of ['a', 'bad', 'c']) await note(name);
  const [failing, other] = [reader('failing', 'bad'), reader('other')];
  const logged: { event: string }[] = [];
  await follow([failing.consumer, other.consumer], { ...deps, log: (entry) => void logged.push(entry) });
  // The batch up to where it failed, then one by one.
  expect(failing.seen).toEqual(['a', 'bad', 'a', 'bad', 'bad', 'bad', 'c']);
  expect(other.seen).toEqual(['a', 'bad', 'c']);
  expect(logged).toEqual([
    expect.objectContaining({
      event: 'change_not_consumed',
      consumer: 'failing',
      change: expect.stringMatching(/2$/),
    }),
  ]);
  const dead = await deps.table.query({ pk: 'DEAD_CHANGE#failing' });
  expect(dead.items.map(({ body }) => body)).toEqual([
    { key: { pk: 'NOTE#bad', sk: 'NOTE' }, error: expect.stringContaining('cannot take this one') },
  ]);
});

it('goes on after a restart where it was, each consumer at its own place', async () => {
  await note('a');
  const first = reader('first');
  await follow([first.consumer]);
  await note('b');
  const second = reader('second');
  await follow([first.consumer, second.consumer]);
  expect(first.seen).toEqual(['a', 'b']);
  expect(second.seen).toEqual(['a', 'b']);
});

it('takes a change again when it was killed before it could note its place, and misses none', async () => {
  await note('a');
  const { seen, consumer } = reader('killed');
  const following = await followChanges({ ...deps, table: dying(deps.table, 0) }, [consumer]);
  await expect.poll(() => seen).toEqual(['a']);
  await following.stop();
  await note('b');
  await follow([consumer]);
  expect(seen).toEqual(['a', 'a', 'b']);
});
