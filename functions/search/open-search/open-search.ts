import {
  compilePostings,
  compileStudents,
  type SearchBody,
} from '../../../matching/ranking/open-search/compile.ts';
import { readPostings, readStudents } from '../../../matching/ranking/open-search/read.ts';
import type { Search, SearchIndex } from '../search.ts';
import { PostingsAnswer, StudentsAnswer } from './answers.ts';
import { bulkWrite } from './bulk.ts';
import type { Connection } from './connection.ts';

export interface OpenSearchOptions {
  readonly connection: Connection;
  /** The name that an index is read and written under: an alias. */
  readonly nameOf: (index: SearchIndex) => string;
  /** Of each index; 1 unless told. */
  readonly shards?: number;
  /** After which a ranking counts as not answered. */
  readonly withinMs?: number;
}

/** The search port on OpenSearch. */
export const openSearch = ({
  connection,
  nameOf,
  shards = 1,
  withinMs = 2_000,
}: OpenSearchOptions): Search => {
  const rank = (index: SearchIndex, body: SearchBody): Promise<unknown> =>
    connection.ask({
      method: 'POST',
      path: `/${nameOf(index)}/_search`,
      query: {
        include_named_queries_score: true,
        allow_partial_search_results: false,
        // Several shards weigh words by the whole index, so that their number does not change a score; one does anyway.
        search_type: shards > 1 ? 'dfs_query_then_fetch' : 'query_then_fetch',
      },
      body,
      withinMs,
    });
  return {
    write: (writes) => bulkWrite(connection, nameOf, writes),
    rankPostings: async (plan) =>
      readPostings(plan, PostingsAnswer.parse(await rank('postings', compilePostings(plan)))),
    rankStudents: async (plan) =>
      readStudents(plan, StudentsAnswer.parse(await rank('students', compileStudents(plan)))),
    state: () => ({ engine: 'opensearch', answeredBy: 'engine' }),
  };
};
