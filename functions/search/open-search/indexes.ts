import * as z from 'zod';
import { indexBody, MAPPING_VERSION } from '../../../matching/ranking/open-search/mapping.ts';
import { searchIndexes, type SearchIndex } from '../search.ts';
import { type Connection, isNotFound } from './connection.ts';

/** The names in OpenSearch: an alias for each kind, in front of the index that holds it now. */
export const namesWith = (prefix: string) => ({
  alias: (index: SearchIndex): string => `${prefix}${index}`,
  /** Built at a moment (a number that grows), for the mapping as it is now. */
  built: (index: SearchIndex, moment: number): string => `${prefix}${index}-v${MAPPING_VERSION}-${moment}`,
});
export type Names = ReturnType<typeof namesWith>;

export const createIndex = (
  connection: Connection,
  index: SearchIndex,
  name: string,
  shards: number,
): Promise<unknown> => connection.ask({ method: 'PUT', path: `/${name}`, body: indexBody(index, shards) });

const Aliases = z.record(z.string(), z.object({ aliases: z.record(z.string(), z.unknown()) }));

/** The index behind an alias, or undefined when there is none. */
export const indexBehind = async (connection: Connection, alias: string): Promise<string | undefined> => {
  try {
    return Object.keys(Aliases.parse(await connection.ask({ method: 'GET', path: `/_alias/${alias}` })))[0];
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
};

/** Lets the aliases point to these indexes, all at once. */
export const pointTo = async (
  connection: Connection,
  names: Names,
  targets: Readonly<Record<SearchIndex, string>>,
): Promise<void> => {
  const actions = [];
  for (const index of searchIndexes) {
    const alias = names.alias(index);
    const before = await indexBehind(connection, alias);
    if (before !== undefined && before !== targets[index]) actions.push({ remove: { index: before, alias } });
    actions.push({ add: { index: targets[index], alias, is_write_index: true } });
  }
  await connection.ask({ method: 'POST', path: '/_aliases', body: { actions } });
};

export const deleteIndex = (connection: Connection, name: string): Promise<unknown> =>
  connection.ask({ method: 'DELETE', path: `/${name}`, query: { ignore_unavailable: true } });
