import * as z from 'zod';
import { documentPages } from '../../functions/changes/index-documents.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Connection } from '../../functions/search/open-search/connection.ts';
import { searchIndexes, type SearchIndex } from '../../functions/search/search.ts';

const Found = z.object({
  hits: z.object({
    hits: z.array(
      z.object({ _id: z.string(), _version: z.number(), _source: z.record(z.string(), z.json()) }),
    ),
  }),
});
const most = 10_000;

/** All documents of an index, with their versions, byte for byte; a tombstone counts. */
export const indexDump = async (
  connection: Connection,
  nameOf: (index: SearchIndex) => string,
): Promise<string[]> => {
  const lines: string[] = [];
  for (const index of searchIndexes) {
    const name = nameOf(index);
    await connection.ask({ method: 'POST', path: `/${name}/_refresh` });
    const body = { size: most, version: true, query: { match_all: {} } };
    const { hits } = Found.parse(await connection.ask({ method: 'POST', path: `/${name}/_search`, body }));
    for (const { _id: id, _version: version, _source: source } of hits.hits)
      lines.push(`${index} ${id} ${version} ${JSON.stringify(source)}`);
  }
  return lines.toSorted();
};

/** In which documents an index is not what the record says. */
export const indexFaults = async (
  deps: Pick<Deps, 'table'>,
  connection: Connection,
  nameOf: (index: SearchIndex) => string,
): Promise<string[]> => {
  const found = new Set<string>();
  const expected = new Set<string>();
  for (const line of await indexDump(connection, nameOf)) {
    const [index, id, version, ...source] = line.split(' ');
    const live = JSON.parse(source.join(' ')).live !== false;
    found.add(`${index} ${id} ${version} ${live ? 'live' : 'removed'}`);
  }
  for await (const { writes } of documentPages(deps))
    for (const { index, id, version, document } of writes)
      expected.add(`${index} ${id} ${version} ${document === undefined ? 'removed' : 'live'}`);
  return [...expected.symmetricDifference(found)].map((one) =>
    expected.has(one) ? `the index does not have ${one}` : `the index has ${one}`,
  );
};
