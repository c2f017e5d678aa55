import { consumers } from '../../../functions/changes/consumers.ts';
import type { Consumer } from '../../../functions/changes/consumer.ts';
import { followedFrom, Follower } from '../../../functions/changes/follower.ts';
import { documentPages, indexInto } from '../../../functions/changes/index-documents.ts';
import type { Deps } from '../../../functions/deps.ts';
import type { Search } from '../../../functions/search/search.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import type { Change, Item } from '../../../functions/table/table.ts';
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { canonicalJson } from '../../../matching/round/canonical.ts';
import { postingsForStudent } from '../../../matching/ranking/plan.ts';
import { testClock } from '../../support/clock.ts';
import { makeDeps } from '../../support/deps.ts';
import { emptyOpenSearch } from '../../support/open-search.ts';
import { allChanges } from '../../support/table.ts';
import { differences } from '../crash/differences.ts';
import type { Facts } from '../crash/play.ts';
import { inCopy } from '../crash/places.ts';
import { indexDump } from '../index-dump.ts';
import type { Line, Part } from '../part.ts';
import { serviceUrl } from '../services.ts';
import { makeHistory, now } from './history.ts';
import { reversedBetweenItems, poisoned, reversedWithinItems, telling, twice, withPoison } from './orders.ts';

/** Until nobody finds anything new: what follows by rule is told too. */
const followAll = async (deps: Deps, all: readonly Consumer[]): Promise<void> => {
  let found: boolean;
  do {
    found = false;
    for (const consumer of all) {
      const follower = new Follower(deps, consumer);
      await follower.resume();
      const from = follower.position;
      while (await follower.step());
      found ||= (await followedFrom(deps, consumer)) !== from;
    }
  } while (found);
};

/** What is derived, and all else that is there, by its kind; where readers are is their own. */
const derived = async (items: AsyncIterable<Item>): Promise<Facts> => {
  const facts = new Map<string, string[]>();
  for await (const { pk, sk, body } of items) {
    const kind = pk.split('#', 1).join('');
    if (kind === 'CHECKPOINT' || kind === 'DEAD_CHANGE') continue;
    // The trail names an entry by its change, and what follows by rule is a change wherever it comes.
    const name = kind === 'AUDIT' ? '' : `${pk} ${sk} `;
    if (JSON.stringify(body).includes(poisoned)) continue;
    facts.set(kind, [...(facts.get(kind) ?? []), name + JSON.stringify(body)]);
  }
  return Object.fromEntries([...facts].map(([kind, lines]) => [kind, lines.toSorted()]));
};

/** The evaluator's list for every student, with all its parts. */
const rankings = async (deps: Deps): Promise<string[]> => {
  const lists: string[] = [];
  for await (const { writes } of documentPages(deps))
    for (const write of writes)
      if (write.index === 'students' && write.document)
        lists.push(
          canonicalJson(await deps.search.rankPostings(postingsForStudent(write.document, { limit: 100 }))),
        );
  return lists;
};

/** Writes whatever comes as the newest. */
const heedless = (search: Search): Pick<Search, 'write'> => {
  let version = 1_000;
  return { write: (writes) => search.write(writes.map((write) => ({ ...write, version: (version += 1) }))) };
};

interface Told {
  /** How the changes so far are told. */
  order: (changes: readonly Change[]) => Change[];
  again?: boolean;
  isHeedless?: boolean;
}

/** Follows the history as it is told, with all consumers and into a fresh index, and says what there is then. */
const follow = (folder: string, { order, again = false, isHeedless = false }: Told) =>
  inCopy(folder, async (place) => {
    const record = openSqliteTable({ file: join(place.folder, 'record.sqlite'), clock: testClock(now) });
    const own = await makeDeps({ now, folder: place.folder, record });
    const changes = await allChanges(record);
    const table = telling(record, order(changes), changes.at(-1)?.id ?? '0');
    const index = await emptyOpenSearch(await serviceUrl('open-search'));
    const target = isHeedless ? heedless(index.search) : index.search;
    const all = [...consumers, indexInto('open-search', () => target)];
    try {
      await followAll({ ...own, table }, all);
      if (again) {
        const stamp = { by: 'test', action: 'test', at: now };
        for (const { name } of all)
          await record.write([{ delete: { pk: `CHECKPOINT#${name}`, sk: 'CHECKPOINT', stamp } }]);
        await followAll({ ...own, table: record }, all);
      }
      const items = await Array.fromAsync(record.items());
      return {
        changes: changes.length,
        dead: items.filter(({ pk }) => pk.startsWith('DEAD_CHANGE#')).length,
        facts: {
          ...(await derived(record.items())),
          index: await indexDump(index.connection, index.names.alias),
          evaluator: await rankings({ ...own, table: record }),
        } satisfies Facts,
      };
    } finally {
      await index.close();
      await own.close();
    }
  });

const unchanged = (changes: readonly Change[]): Change[] => [...changes];

/** The change feed as it may come and as it may not: what is derived from it ends the same. */
export const stream: Part = {
  name: 'stream',
  run: async function* (): AsyncGenerator<Line> {
    const folder = await makeHistory();
    const where = 'SQLite, OpenSearch';
    try {
      const { facts, changes } = await follow(folder, { order: unchanged });
      const documents = facts.index.length;
      const many = `${changes} changes, ${documents} documents`;
      const compare = async (what: string, told: Told): Promise<Line> => {
        const found = await follow(folder, told);
        const wrong = differences(facts, found.facts);
        return { what, where, many: `${many}, ${found.dead} laid aside`, wrong };
      };
      yield await compare('changes told in order once more', { order: unchanged });
      yield await compare('changes told two and three times', { order: twice });
      yield await compare('changes told from the last item to the first', { order: reversedBetweenItems });
      yield await compare('changes told with poison among them', { order: withPoison });
      yield await compare('changes told again from the start', { order: unchanged, again: true });
      const control = await compare('control: versions not minded, items backwards', {
        order: reversedWithinItems,
        isHeedless: true,
      });
      yield { ...control, control: true };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
