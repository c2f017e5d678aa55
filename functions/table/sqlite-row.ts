import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Change, Item, JsonObject, Stamp } from './table.ts';

export type Row = Record<string, SQLOutputValue>;

const corrupt = (column: string): Error =>
  new Error(`The table file is damaged: column ${column} holds no usable value`);

const text = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw corrupt(column);
  return value;
};
const optionalText = (row: Row, column: string): string | undefined =>
  row[column] === null || row[column] === undefined ? undefined : text(row, column);
const integer = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw corrupt(column);
  return value;
};

/** The item that a row of `items` holds. */
export function itemOf(row: Row): Item {
  const body: JsonObject = JSON.parse(text(row, 'body'));
  const stamp: Stamp = JSON.parse(text(row, 'stamp'));
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

/** The committed change that a row of `changes` holds. */
export function changeOf(row: Row): Change {
  const before = optionalText(row, 'before');
  const after = optionalText(row, 'after');
  return {
    id: String(integer(row, 'sequence')).padStart(12, '0'),
    key: { pk: text(row, 'pk'), sk: text(row, 'sk') },
    ...(before === undefined ? {} : { before: JSON.parse(before) }),
    ...(after === undefined ? {} : { after: JSON.parse(after) }),
    stamp: JSON.parse(text(row, 'stamp')),
  };
}
