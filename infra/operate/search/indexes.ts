import * as z from 'zod';
import { documentPages } from '../../../functions/changes/index-documents.ts';
import type { Connection } from '../../../functions/search/open-search/connection.ts';
import { indexBehind, isCurrent, type Names } from '../../../functions/search/open-search/indexes.ts';
import { type SearchIndex, searchIndexes, type SearchWrite } from '../../../functions/search/search.ts';
import type { Table } from '../../../functions/table/table.ts';

/** One index beside what the record says. */
export interface IndexState {
  readonly index: SearchIndex;
  /** What answers; undefined when nothing does. */
  readonly name: string | undefined;
  /** Whether it was built for the mapping of this code. */
  readonly current: boolean;
  readonly found: number;
  readonly recorded: number;
  /** Documents that are older than the record, or missing. */
  readonly behind: number;
}

const Count = z.object({ count: z.number() });
const Versions = z.object({
  docs: z.array(
    z.object({ _id: z.string(), found: z.boolean().optional(), _version: z.number().optional() }),
  ),
});

/** How many of these documents the index does not know as they are in the record. */
const behindIn = async (
  connection: Connection,
  alias: string,
  writes: readonly SearchWrite[],
): Promise<number> => {
  if (writes.length === 0) return 0;
  const { docs } = Versions.parse(
    await connection.ask({
      method: 'POST',
      path: `/${alias}/_mget`,
      query: { _source: false },
      body: { ids: writes.map(({ id }) => id) },
    }),
  );
  const indexed = new Map(docs.map(({ _id, found, _version = 0 }) => [_id, found === true ? _version : 0]));
  return writes.filter(({ id, version, document }) => {
    const known = indexed.get(id) ?? 0;
    // What was never to be found need not be known.
    return known < version && (document !== undefined || known > 0);
  }).length;
};

/** Compares every document of the record with the indexes that answer: reads all postings and students once. */
export const indexStates = async (
  table: Table,
  connection: Connection,
  names: Names,
): Promise<readonly IndexState[]> => {
  const answering = await Promise.all(
    searchIndexes.map(async (index) => [index, await indexBehind(connection, names.alias(index))] as const),
  );
  const nameOf = new Map(answering);
  const recorded = { postings: 0, students: 0 };
  const behind = { postings: 0, students: 0 };
  for await (const { writes } of documentPages({ table }))
    for (const index of searchIndexes) {
      const own = writes.filter((write) => write.index === index);
      const live = own.filter(({ document }) => document !== undefined).length;
      recorded[index] += live;
      behind[index] +=
        nameOf.get(index) === undefined ? live : await behindIn(connection, names.alias(index), own);
    }
  return Promise.all(
    answering.map(async ([index, name]) => {
      const body = { query: { term: { live: true } } };
      const path = `/${names.alias(index)}/_count`;
      const found =
        name === undefined ? 0 : Count.parse(await connection.ask({ method: 'POST', path, body })).count;
      return {
        index,
        name,
        current: name !== undefined && isCurrent(name),
        found,
        recorded: recorded[index],
        behind: behind[index],
      };
    }),
  );
};
