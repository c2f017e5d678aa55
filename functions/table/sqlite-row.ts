import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { ItemUnreadable } from '../errors.ts';
import { kindOf } from './kind.ts';
import type { Change, Item, JsonObject, Stamp } from './table.ts';

export type Row = Record<string, SQLOutputValue>;

const corrupt = (row: Row, column: string): ItemUnreadable => {
  const { sk } = row;
  return new ItemUnreadable(kindOf(typeof sk === 'string' ? sk : '?'), `its ${column} is damaged`);
};

const text = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw corrupt(row, column);
  return value;
};
const optionalText = (row: Row, column: string): string | undefined =>
  row[column] === null || row[column] === undefined ? undefined : text(row, column);
const integer = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw corrupt(row, column);
  return value;
};

/** What is shown of text that is no JSON is a piece of it: nobody is told more than that. */
const jsonIn = (row: Row, column: string): ReturnType<typeof JSON.parse> => {
  const json = text(row, column);
  try {
    return JSON.parse(json);
  } catch {
    throw corrupt(row, column);
  }
};

/** The item that a row of `items` holds. */
export function itemOf(row: Row): Item {
  const body: JsonObject = jsonIn(row, 'body');
  const stamp: Stamp = jsonIn(row, 'stamp');
  const gsi1 = optionalText(row, 'gsi1_pk');
  const gsi2 = optionalText(row, 'gsi2_pk');
  const expiresAt = optionalText(row, 'expires_at');
  return {
    pk: text(row, 'pk'),
    sk: text(row, 'sk'),
    version: integer(row, 'version'),
    body,
    index: {
      ...(gsi1 === undefined ? {} : { gsi1: { pk: gsi1, sk: text(row, 'gsi1_sk') } }),
      ...(gsi2 === undefined ? {} : { gsi2: { pk: gsi2, sk: text(row, 'gsi2_sk') } }),
    },
    stamp,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/** The columns of an item's row, in the order of the table `items`. */
export const valuesOf = ({ pk, sk, version, body, stamp, expiresAt, index }: Item): SQLInputValue[] => [
  pk,
  sk,
  version,
  JSON.stringify(body),
  JSON.stringify(stamp),
  expiresAt ?? null,
  index.gsi1?.pk ?? null,
  index.gsi1?.sk ?? null,
  index.gsi2?.pk ?? null,
  index.gsi2?.sk ?? null,
];

/** Where a reader is who has seen a row of `changes`. */
export const positionOfRow = (row: Row): string => String(integer(row, 'sequence')).padStart(12, '0');

/** The committed change that a row of `changes` holds. A damaged one is a change all the same, for its readers to say so. */
export function changeOf(row: Row): Change {
  const imageIn = (column: 'before' | 'after'): Item | undefined =>
    optionalText(row, column) === undefined ? undefined : jsonIn(row, column);
  const [id, key] = [positionOfRow(row), { pk: text(row, 'pk'), sk: text(row, 'sk') }];
  try {
    const [before, after] = [imageIn('before'), imageIn('after')];
    return { id, key, ...(before && { before }), ...(after && { after }), stamp: jsonIn(row, 'stamp') };
  } catch (error) {
    if (!(error instanceof ItemUnreadable)) throw error;
    const stamp = { by: 'table', action: 'table.write', at: new Date(0).toISOString() };
    return { id, key, stamp, unreadable: error.message };
  }
}
