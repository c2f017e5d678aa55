import type { Deps } from '../deps.ts';
import { type EvaluatorSearch, evaluatorSearch } from '../search/evaluator.ts';
import type { Search } from '../search/search.ts';
import { readSnapshot } from '../search/snapshot.ts';
import type { Change, FeedPosition } from '../table/table.ts';
import { wants } from './consumer.ts';
import { fillSearch, indexDocuments, searchWrites } from './index-documents.ts';

/** Documents come from a snapshot where files may have one. */
export type Recorded = Pick<Deps, 'table' | 'clock' | 'log'> & Partial<Pick<Deps, 'files'>>;

interface Held {
  search: EvaluatorSearch;
  position: FeedPosition;
}

const mostAtOnce = 1_000;
/** How often the feed is looked at. */
const freshMs = 1_000;
/** How long old documents answer while the feed cannot be read. */
const staleMs = 60_000;

/** Of several changes of one item the last one: the documents follow the newest state. */
const lastOfEach = (changes: readonly Change[]): Change[] => [
  ...new Map(changes.map((change) => [JSON.stringify(change.key), change])).values(),
];

const follow = async (deps: Recorded, { search, position }: Held): Promise<Held | undefined> => {
  for (;;) {
    const feed = await deps.table.changes(position, mostAtOnce);
    if (feed.lost) return undefined;
    position = feed.position;
    for (const change of lastOfEach(feed.changes.filter((one) => wants(indexDocuments, one)))) {
      // What cannot be read has no document either; its last one stays.
      if (change.unreadable === undefined) await search.write(await searchWrites(deps, change));
    }
    if (feed.changes.length === 0) return { search, position };
  }
};

/** The end of the feed. It has to be read through from the oldest that is kept: a day's changes. */
const endOfFeed = async ({ table }: Recorded): Promise<FeedPosition> => {
  for (let from: FeedPosition | undefined; ;) {
    const { changes, position } = await table.changes(from, mostAtOnce);
    if (changes.length === 0) return position;
    from = position;
  }
};

const fromRecord = async (deps: Recorded): Promise<Held> => {
  // What is written while the record is read comes after this place.
  const position = await endOfFeed(deps);
  const search = evaluatorSearch();
  await fillSearch(deps, search);
  return { search, position };
};

/** What a snapshot holds, followed to the end of the feed; nothing where there is none, or the feed has lost its place. */
const fromSnapshot = async (deps: Recorded): Promise<Held | undefined> => {
  try {
    const snapshot = deps.files && (await readSnapshot(deps.files));
    if (snapshot === undefined) return undefined;
    const search = evaluatorSearch();
    await search.write(snapshot.writes);
    return await follow(deps, { search, position: snapshot.position });
  } catch (error) {
    deps.log({ level: 'error', event: 'search_snapshot_unusable', error: String(error) });
    return undefined;
  }
};

/** The search documents as they are now, and up to where in the feed. */
export const searchNow = async (deps: Recorded): Promise<Held> =>
  (await fromSnapshot(deps)) ?? (await fromRecord(deps));

/**
 * The evaluator in a process that comes and goes: filled from a snapshot, else from the record, when it is first asked, then following the
 * change feed when it is asked again. An answer knows all that the feed told a second before; the feed tells of a
 * write mostly within a second. For programmes whose documents are read in seconds and fit into memory, and for a few
 * processes at a time: each reads the feed by itself.
 */
export const followingSearch = (deps: Recorded): Search => {
  let held: Held | undefined;
  let followedAt = -Infinity;
  let following: Promise<Search> | undefined;

  const catchUp = async (): Promise<Search> => {
    const now = Date.parse(deps.clock.now());
    try {
      held = (held && (await follow(deps, held))) ?? (await searchNow(deps));
      followedAt = now;
      return held.search;
    } catch (error) {
      if (held === undefined || now - followedAt > staleMs) throw error;
      deps.log({ level: 'error', event: 'search_behind', error: String(error) });
      return held.search;
    }
  };
  const current = async (): Promise<Search> => {
    if (held && Math.abs(Date.parse(deps.clock.now()) - followedAt) < freshMs) return held.search;
    following ??= catchUp().finally(() => {
      following = undefined;
    });
    return following;
  };
  return {
    write: async (writes) => (await current()).write(writes),
    rankPostings: async (plan) => (await current()).rankPostings(plan),
    rankStudents: async (plan) => (await current()).rankStudents(plan),
    state: () => ({ engine: 'evaluator', answeredBy: 'engine' }),
  };
};
