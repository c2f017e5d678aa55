import { decodeCursor } from './cursor.ts';
import { limitOf, rangeOf } from './query.ts';
import type { IndexName, Query } from './table.ts';

const columns = {
  table: { pk: 'pk', sort: ['sk'] },
  gsi1: { pk: 'gsi1_pk', sort: ['gsi1_sk', 'pk', 'sk'] },
  gsi2: { pk: 'gsi2_pk', sort: ['gsi2_sk', 'pk', 'sk'] },
} as const satisfies Record<'table' | IndexName, { pk: string; sort: readonly string[] }>;

interface Statement {
  sql: string;
  values: (string | Uint8Array)[];
  limit: number;
}

/** 0xFF is greater than every byte of UTF-8, so this ends the range of strings that start with `prefix`. */
const afterPrefix = (prefix: string): Uint8Array => Buffer.concat([Buffer.from(prefix), Buffer.of(0xff)]);

/** One SELECT for a query; its last parameter, not among `values`, is how many rows to read. */
export function selectFor(query: Query, now: string): Statement {
  const { pk, sort } = columns[query.index ?? 'table'];
  const limit = limitOf(query);
  const where = [`${pk} = ?`, '(expires_at IS NULL OR expires_at > ?)'];
  const values: (string | Uint8Array)[] = [query.pk, now];
  const add = (clause: string, ...bound: (string | Uint8Array)[]): void => {
    where.push(clause);
    values.push(...bound);
  };

  const range = rangeOf(query);
  if (range === undefined) add('FALSE');
  else if ('prefix' in range) {
    add(`${sort[0]} >= ?`, range.prefix);
    add(`${sort[0]} < CAST(? AS TEXT)`, afterPrefix(range.prefix));
  } else {
    if (range.from !== undefined) add(`${sort[0]} >= ?`, range.from);
    if (range.to !== undefined) add(`${sort[0]} <= ?`, range.to);
  }
  if (query.cursor !== undefined) {
    const position = decodeCursor(query.cursor, sort.length);
    add(
      `(${sort.join(', ')}) ${query.descending ? '<' : '>'} (${sort.map(() => '?').join(', ')})`,
      ...position,
    );
  }
  const order = sort.map((column) => `${column} ${query.descending ? 'DESC' : 'ASC'}`).join(', ');
  const sql = `SELECT * FROM items WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ?`;
  return { sql, values, limit };
}
