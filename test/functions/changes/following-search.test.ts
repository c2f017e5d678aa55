import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followingSearch } from '../../../functions/changes/following-search.ts';
import { companies } from '../../../functions/company/store.ts';
import { cycles } from '../../../functions/cycle/store.ts';
import { Unavailable } from '../../../functions/errors.ts';
import { PostingId } from '../../../functions/ids.ts';
import { postings } from '../../../functions/posting/store.ts';
import type { Feed, Operation, Table } from '../../../functions/table/table.ts';
import { searchPostings } from '../../../matching/ranking/plan.ts';
import { makeDeps, type TestDeps } from '../../support/deps.ts';
import { companyIn, cycleIn, postingIn } from '../../support/entities.ts';

const stamp = { by: 'test', action: 'test', at: '2026-03-20T08:00:00.000Z' };
const always = (update: Operation): Operation => ('put' in update ? { put: update.put } : update);
const posting = (number: number, state: 'published' | 'paused' = 'published'): Operation => {
  const id = PostingId.parse(`pos_${String(number).padStart(16, '0')}`);
  return always(postings.update({ ...postingIn(state), id }, stamp));
};

let deps: TestDeps;
/** What the feed does instead, once each. */
const feeds: (() => Promise<Feed>)[] = [];
let table: Table;
const logged: string[] = [];
const search = () => followingSearch({ ...deps, table, log: ({ event }) => void logged.push(event) });
const found = async (by: ReturnType<typeof search>) =>
  (await by.rankPostings(searchPostings())).hits.map(({ id }) => id.replace(/^pos_0*/, '')).toSorted();
const second = (): void => deps.clock.advance(1_000);

beforeEach(async () => {
  deps = await makeDeps();
  feeds.length = logged.length = 0;
  table = {
    ...deps.table,
    changes: (after, limit) => (feeds.shift() ?? (() => deps.table.changes(after, limit)))(),
  };
  await deps.table.write([
    always(cycles.update(cycleIn('applying'), stamp)),
    always(companies.update(companyIn('verified'), stamp)),
    posting(1),
  ]);
});
afterEach(() => deps.close());

describe('a search that follows the feed by itself', () => {
  it('begins with what the record holds, and a second later knows what was written since', async () => {
    const one = search();
    expect(await found(one)).toEqual(['1']);
    await deps.table.write([posting(2)]);
    expect(await found(one)).toEqual(['1']);
    second();
    expect(await found(one)).toEqual(['1', '2']);
    await deps.table.write([posting(1, 'paused')]);
    second();
    expect(await found(one)).toEqual(['2']);
    expect(await found(search())).toEqual(['2']);
  });

  it('misses nothing that is written while it reads the record', async () => {
    const one = search();
    const query = deps.table.query.bind(deps.table);
    let late = false;
    table = {
      ...table,
      query: async (asked) => {
        const page = await query(asked);
        if (!late && asked.pk.endsWith('#POSTINGS')) {
          late = true;
          await deps.table.write([posting(2)]);
        }
        return page;
      },
    };
    const slow = search();
    expect(await found(slow)).toEqual(['1']);
    second();
    expect(await found(slow)).toEqual(['1', '2']);
    expect(await found(one)).toEqual(['1', '2']);
  });

  it('reads the record anew when the feed has lost something', async () => {
    const one = search();
    await found(one);
    await deps.table.write([posting(2)]);
    const { position } = await deps.table.changes(undefined, 1_000);
    feeds.push(() => Promise.resolve({ changes: [], position, lost: true }));
    second();
    expect(await found(one)).toEqual(['1', '2']);
  });

  it('answers for a minute by what it knows while the feed does not answer, and says so', async () => {
    const one = search();
    await found(one);
    await deps.table.write([posting(2)]);
    const silent = () => Promise.reject(new Unavailable('throttled'));
    feeds.push(silent, silent);
    second();
    expect(await found(one)).toEqual(['1']);
    expect(logged).toEqual(['search_behind']);
    deps.clock.advance(60_000);
    await expect(found(one)).rejects.toThrow(Unavailable);
    expect(await found(one)).toEqual(['1', '2']);
  });

  it('is filled once, however many ask at the same time', async () => {
    let reads = 0;
    table = { ...table, query: (asked) => ((reads += 1), deps.table.query(asked)) };
    const one = search();
    await found(one);
    const once = reads;
    const other = search();
    reads = 0;
    await Promise.all([found(other), found(other), found(other)]);
    expect(reads).toBe(once);
  });
});
