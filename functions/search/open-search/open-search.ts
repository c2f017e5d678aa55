import {
  compilePostings,
  compileStudents,
  type SearchBody,
} from '../../../matching/ranking/open-search/compile.ts';
import { isProven, lastOfPage } from '../../../matching/ranking/open-search/floor.ts';
import { readPostings, readStudents } from '../../../matching/ranking/open-search/read.ts';
import type { SearchResponse } from '../../../matching/ranking/open-search/response.ts';
import type { PostingsPlan, StudentsPlan } from '../../../matching/ranking/plan.ts';
import { Unavailable } from '../../errors.ts';
import type { Search, SearchIndex } from '../search.ts';
import { PostingsAnswer, StudentsAnswer } from './answers.ts';
import { bulkWrite } from './bulk.ts';
import { type Connection, isNotFound } from './connection.ts';
import { floorFrom } from './floors.ts';

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
  const rank = async (index: SearchIndex, body: SearchBody): Promise<unknown> => {
    const search = {
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
    } as const;
    try {
      return await connection.ask(search);
    } catch (error) {
      if (isNotFound(error)) throw new Unavailable(`The documents of ${index} are not built yet.`);
      throw error;
    }
  };
  const floors = { postings: floorFrom(), students: floorFrom() };

  /** The page of a plan, from as few scored documents as a guess of its last score allows; asked again if that was too high. */
  const pageOf = async <A extends SearchResponse<unknown>>(
    index: SearchIndex,
    plan: PostingsPlan | StudentsPlan,
    ask: (floor: number | undefined) => Promise<A>,
  ): Promise<A> => {
    const floor = hasFloor(plan) ? floors[index].guess() : undefined;
    let answer = await ask(floor);
    // What was found bounds what there is: such a page is never asked for a third time.
    if (!isProven(plan, floor, answer)) answer = await ask(lastOfPage(plan, answer));
    const last = lastOfPage(plan, answer);
    if (last !== undefined && hasFloor(plan)) floors[index].learn(last);
    return answer;
  };
  return {
    write: (writes) => bulkWrite(connection, nameOf, writes),
    rankPostings: async (plan) =>
      readPostings(
        plan,
        await pageOf('postings', plan, async (floor) =>
          PostingsAnswer.parse(await rank('postings', compilePostings(plan, floor))),
        ),
      ),
    rankStudents: async (plan) =>
      readStudents(
        plan,
        await pageOf('students', plan, async (floor) =>
          StudentsAnswer.parse(await rank('students', compileStudents(plan, floor))),
        ),
      ),
    state: () => ({ engine: 'opensearch', answeredBy: 'engine' }),
  };
};

/** Whether a page is the first of those that fit somebody, of all there are: such pages score alike. */
const hasFloor = (plan: PostingsPlan | StudentsPlan): boolean =>
  plan.subject !== undefined &&
  plan.wishes.only === undefined &&
  plan.after === undefined &&
  !(plan.ranks === 'postings' && plan.order === 'newest');
