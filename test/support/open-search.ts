import { connect } from '../../functions/search/open-search/connection.ts';
import { createIndex, deleteIndex, namesWith, pointTo } from '../../functions/search/open-search/indexes.ts';
import { openSearch } from '../../functions/search/open-search/open-search.ts';

let made = 0;

/** Empty indexes of their own on a running OpenSearch. */
export const emptyOpenSearch = async (url: string, shards = 1) => {
  const connection = connect(url);
  made += 1;
  const names = namesWith(`test-${process.pid}-${made}-`);
  const targets = { postings: names.built('postings', 1), students: names.built('students', 1) };
  await createIndex(connection, 'postings', targets.postings, shards);
  await createIndex(connection, 'students', targets.students, shards);
  await pointTo(connection, names.alias, targets);
  const all = `${targets.postings},${targets.students}`;
  return {
    connection,
    names,
    // A test waits for an answer however busy the machine is.
    search: openSearch({ connection, nameOf: names.alias, shards, withinMs: 60_000 }),
    settle: async () => void (await connection.ask({ method: 'POST', path: `/${all}/_refresh` })),
    /** Statistics then know nothing of what was overwritten. */
    merge: async () =>
      void (await connection.ask({
        method: 'POST',
        path: `/${all}/_forcemerge`,
        query: { max_num_segments: 1 },
      })),
    close: async () => {
      for (const name of Object.values(targets)) await deleteIndex(connection, name);
      await connection.close();
    },
  };
};
