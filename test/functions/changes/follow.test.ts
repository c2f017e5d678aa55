import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Consumer } from '../../../functions/changes/consumer.ts';
import { askForReplay, deadChanges, giveUp, type Replay } from '../../../functions/changes/dead-change.ts';
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
    kinds: ['NOTE'],
    consume: async (_, changes) => {
      for (const { key } of changes) {
        seen.push(key.pk.slice(5));
        if (key.pk === `NOTE#${bad}`) throw new Error('cannot take this one');
      }
    },
  };
  return { seen, consumer };
};
const dead = () => Array.fromAsync(deadChanges(deps.table));
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
  expect(await dead()).toEqual([
    expect.objectContaining({
      consumer: 'failing',
      change: expect.objectContaining({ key: { pk: 'NOTE#bad', sk: 'NOTE' } }),
      error: expect.stringContaining('cannot take this one'),
      failures: 1,
    }),
  ]);
});

const stamp = { by: 'operator', action: 'test', at: '2026-03-20T08:00:00.000Z' };
const replay = async (how: Replay): Promise<void> => {
  for (const one of await dead()) await askForReplay(deps.table, one, how, stamp);
};

it('takes up what was laid aside when it is asked to, as it was or as it is, and then it is gone', async () => {
  await note('bad');
  const versions: (number | undefined)[] = [];
  const { consumer } = reader('failing', 'bad');
  await follow([consumer]);
  await note('bad');
  const mended: Consumer = {
    ...consumer,
    consume: async (_, changes) => void versions.push(...changes.map(({ after }) => after?.version)),
  };
  await replay('asItWas');
  await follow([mended]);
  expect(versions).toEqual([2, 1]);
  expect(await dead()).toEqual([]);

  await note('bad');
  await follow([consumer]);
  await note('bad');
  await replay('asItIs');
  await follow([mended]);
  expect(versions).toEqual([2, 1, 4, 4]);
  await follow([mended]);
  expect(versions).toHaveLength(4);
});

it('keeps what fails again, with its new error, and does not try it by itself', async () => {
  await note('bad');
  const { seen, consumer } = reader('failing', 'bad');
  await follow([consumer]);
  const tried = seen.length;
  await replay('asItWas');
  await follow([consumer]);
  await follow([consumer]);
  expect(seen).toHaveLength(tried + 1);
  const [left] = await dead();
  expect(left).toMatchObject({ failures: 2, error: expect.stringContaining('cannot take') });
  expect(left?.replay).toBeUndefined();
});

it('gives a change up, and asks no other consumer to take it', async () => {
  await note('bad');
  const [failing, other] = [reader('failing', 'bad'), reader('other')];
  await follow([failing.consumer, other.consumer]);
  await replay('asItWas');
  await follow([other.consumer]);
  expect(other.seen).toEqual(['bad']);
  for (const one of await dead()) await giveUp(deps.table, one, stamp);
  expect(await dead()).toEqual([]);
  await follow([failing.consumer]);
  expect(failing.seen.filter((name) => name === 'bad')).toHaveLength(4);
});

it('lays aside without the item what is too large to be kept twice', async () => {
  const put = {
    pk: 'NOTE#bad',
    sk: 'NOTE',
    body: { text: 'x'.repeat(350_000) },
    stamp: { by: 'test', action: 'note', at: deps.clock.now() },
  };
  await deps.table.write([{ put }]);
  const { consumer } = reader('failing', 'bad');
  await follow([consumer]);
  expect(await dead()).toEqual([expect.objectContaining({ cut: true })]);
  const sizes: number[] = [];
  await replay('asItIs');
  await follow([
    {
      ...consumer,
      consume: async (_, changes) =>
        void sizes.push(...changes.map(({ after }) => JSON.stringify(after?.body).length)),
    },
  ]);
  expect(sizes).toEqual([350_011]);
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

const damage = (sql: string): void => {
  const file = new DatabaseSync(join(deps.folder, 'record.sqlite'));
  file.exec(sql);
  file.close();
};

it.each([{ position: '{"shard":"7"}' }, { place: 7 }])(
  'begins anew at a place that cannot be read (%o), and says when changes may be missing',
  async (body) => {
    await note('a');
    await follow([reader('reader').consumer]);
    await deps.table.write([{ put: { pk: 'CHECKPOINT#reader', sk: 'CHECKPOINT', body, stamp } }]);
    await note('b');
    const again = reader('reader');
    const logged: { event: string }[] = [];
    await follow([again.consumer], { ...deps, log: (entry) => void logged.push(entry) });
    expect(again.seen).toEqual(['a', 'b']);
    expect(logged.map(({ event }) => event)).toEqual('position' in body ? ['changes_lost'] : []);
  },
);

it('lays aside a change whose record is damaged, says so, and takes those after it', async () => {
  for (const name of ['a', 'b', 'c']) await note(name);
  damage(`UPDATE changes SET after = '{"pk":"NOTE#b"' WHERE pk = 'NOTE#b'`);
  const one = reader('reader');
  const logged: { event: string }[] = [];
  await follow([one.consumer], { ...deps, log: (entry) => void logged.push(entry) });
  expect(one.seen).toEqual(['a', 'c']);
  expect(logged.map(({ event }) => event)).toEqual(['change_not_consumed']);
});
