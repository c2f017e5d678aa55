import * as z from 'zod';
import type { Build } from '../build.ts';
import { searchIndexes } from '../search.ts';
import type { Connection } from './connection.ts';
import { createIndex, deleteIndex, exists, indexesLike, type Names, pointTo } from './indexes.ts';
import { openSearch } from './open-search.ts';

const Count = z.object({ count: z.number() });

/** New indexes, named by the moment at which they were begun, beside those that the aliases point to. */
export const openSearchBuild = async (
  connection: Connection,
  names: Names,
  moment: number,
  shards = 1,
): Promise<Build> => {
  const targets = { postings: names.built('postings', moment), students: names.built('students', moment) };
  const isNew =
    !(await exists(connection, targets.postings)) || !(await exists(connection, targets.students));
  if (isNew) {
    for (const index of searchIndexes) {
      await deleteIndex(connection, targets[index]);
      await createIndex(connection, index, targets[index], shards);
    }
    await pointTo(connection, names.building, targets);
  }
  const all = Object.values(targets).join(',');
  const search = openSearch({ connection, nameOf: names.building, shards, withinMs: 30_000 });
  return {
    isNew,
    write: (writes) => search.write(writes),
    rankPostings: (plan) => search.rankPostings(plan),
    rankStudents: (plan) => search.rankStudents(plan),
    settle: async () => void (await connection.ask({ method: 'POST', path: `/${all}/_refresh` })),
    count: async (index) => {
      const body = { query: { term: { live: true } } };
      const answer = await connection.ask({ method: 'POST', path: `/${targets[index]}/_count`, body });
      return Count.parse(answer).count;
    },
    publish: () => pointTo(connection, names.alias, targets),
    clear: async () => {
      const kept = new Set<string>(Object.values(targets));
      const built = await Promise.all(
        searchIndexes.map((index) => indexesLike(connection, names.anyBuilt(index))),
      );
      for (const name of built.flat()) if (!kept.has(name)) await deleteIndex(connection, name);
    },
  };
};
