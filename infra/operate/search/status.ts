import * as z from 'zod';
import type { Connection } from '../../../functions/search/open-search/connection.ts';
import type { Names } from '../../../functions/search/open-search/indexes.ts';
import type { Table } from '../../../functions/table/table.ts';
import type { DomainState } from './domain.ts';
import { type IndexState, indexStates } from './indexes.ts';

const Allocations = z.array(
  z.object({
    node: z.string(),
    'disk.avail': z.coerce.number().nullish(),
    'disk.total': z.coerce.number().nullish(),
  }),
);

const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;

/** The free space of the node that has least. */
const spaceLine = async (connection: Connection): Promise<string> => {
  const path = '/_cat/allocation';
  const query = { format: 'json', bytes: 'b', h: 'node,disk.avail,disk.total' };
  const nodes = Allocations.parse(await connection.ask({ method: 'GET', path, query })).flatMap((node) => {
    const [free, total] = [node['disk.avail'], node['disk.total']];
    return typeof free === 'number' && typeof total === 'number' ? [{ free, total }] : [];
  });
  const [fullest] = nodes.toSorted((a, b) => a.free - b.free);
  if (fullest === undefined) return 'free space   not known: no node tells of it';
  return `free space   ${gigabytes(fullest.free)} of ${gigabytes(fullest.total)} on the fullest of ${nodes.length} nodes`;
};

const indexLine = ({ index, name, current, found, recorded, behind }: IndexState): string => {
  if (name === undefined)
    return `${index.padEnd(13)}nothing answers; the record has ${recorded}. Run: npm run reindex`;
  const age = current ? '' : ', built for an older mapping: run npm run reindex';
  return `${index.padEnd(13)}${found} found, ${recorded} in the record, ${behind} behind (${name}${age})`;
};

/** How a domain and its indexes are, in lines, and whether all is as it should be. */
export const searchStatus = async (asked: {
  domain: DomainState;
  table: Table;
  connection: Connection;
  names: Names;
}): Promise<{ lines: readonly string[]; isWell: boolean }> => {
  const { domain, table, connection, names } = asked;
  const indexes = await indexStates(table, connection, names);
  const lines = [
    `domain       ${domain.version}, ${domain.health}, ${domain.nodes}`,
    `state        ${domain.processing}${domain.updateWaits ? '; an update of its software waits' : ''}`,
    await spaceLine(connection),
    ...indexes.map(indexLine),
  ];
  const isWell =
    domain.health === 'green' &&
    indexes.every(({ current, found, recorded, behind }) => current && found === recorded && behind === 0);
  return { lines, isWell };
};
