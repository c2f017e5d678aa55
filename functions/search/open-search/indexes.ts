import * as z from 'zod';
import { indexBody, MAPPING_VERSION } from '../../../matching/ranking/open-search/mapping.ts';
import { searchIndexes, type SearchIndex } from '../search.ts';
import { type Connection, isNotFound } from './connection.ts';

type NameOf = (index: SearchIndex) => string;

/** The names in OpenSearch: for each kind an alias in front of the index that answers, and one for that being built. */
export const namesWith = (prefix: string) => ({
  alias: (index: SearchIndex): string => `${prefix}${index}`,
  building: (index: SearchIndex): string => `${prefix}${index}-building`,
  /** Begun at a moment (a number that grows), for the mapping as it is now. */
  built: (index: SearchIndex, moment: number): string => `${prefix}${index}-v${MAPPING_VERSION}-${moment}`,
  anyBuilt: (index: SearchIndex): string => `${prefix}${index}-v*`,
});
export type Names = ReturnType<typeof namesWith>;

/** Whether an index that answers was made for the mapping as it is now. */
export const isCurrent = (name: string): boolean => new RegExp(`-v${MAPPING_VERSION}-\\d+$`).test(name);

export const createIndex = (
  connection: Connection,
  index: SearchIndex,
  name: string,
  shards: number,
): Promise<unknown> => connection.ask({ method: 'PUT', path: `/${name}`, body: indexBody(index, shards) });

export const deleteIndex = (connection: Connection, name: string): Promise<unknown> =>
  connection.ask({ method: 'DELETE', path: `/${name}`, query: { ignore_unavailable: true } });

const Named = z.record(z.string(), z.unknown());

/** The indexes that an expression finds; none when there is nothing of that name. */
const named = async (connection: Connection, path: string): Promise<string[]> => {
  try {
    return Object.keys(Named.parse(await connection.ask({ method: 'GET', path })));
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
};

export const indexesLike = (connection: Connection, pattern: string): Promise<string[]> =>
  named(connection, `/${pattern}/_settings`);

export const exists = async (connection: Connection, name: string): Promise<boolean> =>
  (await indexesLike(connection, name)).length > 0;

/** The index behind an alias, or undefined when there is none. */
export const indexBehind = async (connection: Connection, alias: string): Promise<string | undefined> =>
  (await named(connection, `/_alias/${alias}`))[0];

/** Lets the aliases point to these indexes, all at once. */
export const pointTo = async (
  connection: Connection,
  nameOf: NameOf,
  targets: Readonly<Record<SearchIndex, string>>,
): Promise<void> => {
  const actions = [];
  for (const index of searchIndexes) {
    const alias = nameOf(index);
    const before = await named(connection, `/_alias/${alias}`);
    for (const name of before) if (name !== targets[index]) actions.push({ remove: { index: name, alias } });
    actions.push({ add: { index: targets[index], alias } });
  }
  await connection.ask({ method: 'POST', path: '/_aliases', body: { actions } });
};
