import * as z from 'zod';
import { ItemUnreadable, stale } from '../errors.ts';
import { pointer } from '../fields.ts';
import { parseKept } from '../parse-kept.ts';
import { everyItem } from './every.ts';
import { kindOf } from './kind.ts';
import type { IndexKeys, Item, JsonObject, Key, Operation, Query, Stamp, Table } from './table.ts';
import { WriteConflict } from './table.ts';

type Versioned = { version: number };
/** A value not stored yet has no version. */
export type Unsaved<T> = T extends unknown ? Omit<T, 'version'> : never;

/** Reads an item as its kind; its values are shown to nobody when they do not fit. */
const readAs = <T extends object>(schema: z.ZodType<T>, item: Item): T => {
  try {
    return parseKept(schema, { ...item.body, version: item.version });
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const reason = error.issues.map(({ path, code }) => `${pointer(path)} ${code}`).join(', ');
    throw new ItemUnreadable(kindOf(item.sk), reason);
  }
};

/** One kind of item: where it is kept, how it is found, and the schema that everything read back passes through. */
export interface Entity<T extends Versioned> {
  /** @throws ItemUnreadable */
  parse(item: Item): T;
  get(table: Table, key: Key): Promise<T | undefined>;
  list(table: Table, query: Query): Promise<{ items: T[]; next?: string }>;
  /** Every item of a query, page by page. */
  all(table: Table, query: Omit<Query, 'cursor' | 'limit'>): AsyncGenerator<T>;
  /** The operation that stores it for the first time; fails if it is there. */
  create(value: Unsaved<T>, stamp: Stamp): Operation;
  /** The operation that stores a change to the version that was read. */
  update(value: T, stamp: Stamp): Operation;
  remove(value: T, stamp: Stamp): Operation;
}

export const entity = <T extends Versioned>(kind: {
  schema: z.ZodType<T>;
  key: (value: Unsaved<T>) => Key;
  index?: (value: Unsaved<T>) => IndexKeys;
  /** When the table itself lets go of it; never unless told. */
  expiresAt?: (value: Unsaved<T>) => string | undefined;
}): Entity<T> => {
  const parse = (item: Item): T => readAs(kind.schema, item);
  const put = (value: Unsaved<T>, stamp: Stamp) => {
    const expiresAt = kind.expiresAt?.(value);
    return {
      ...kind.key(value),
      body: asJson(value),
      index: kind.index?.(value) ?? {},
      stamp,
      ...(expiresAt !== undefined && { expiresAt }),
    };
  };
  return {
    parse,
    get: async (table, key) => {
      const item = await table.get(key);
      return item && parse(item);
    },
    list: async (table, query) => {
      const page = await table.query(query);
      return { items: page.items.map(parse), ...(page.cursor !== undefined && { next: page.cursor }) };
    },
    all: async function* (table, query) {
      for await (const item of everyItem(table, query)) yield parse(item);
    },
    create: (value, stamp) => ({ put: put(value, stamp), if: { absent: true } }),
    update: (value, stamp) => ({ put: put(withoutVersion(value), stamp), if: { version: value.version } }),
    remove: (value, stamp) => ({
      delete: { ...kind.key(withoutVersion(value)), stamp },
      if: { version: value.version },
    }),
  };
};

/** The version lives on the item, not in its body. */
const withoutVersion = <T extends Versioned>(value: T): Unsaved<T> => {
  const { version: _, ...rest } = value;
  return rest as unknown as Unsaved<T>; // oxlint-disable-line -- Omit over a union cannot be inferred from a rest pattern
};

const asJson = (value: object): JsonObject => JSON.parse(JSON.stringify({ ...value, version: undefined }));

/** Writes; a lost race becomes the domain's own error (`stale` unless told). */
export const commit = async (
  table: Table,
  operations: readonly Operation[],
  onConflict: (conflict: WriteConflict) => Error = () => stale('item'),
): Promise<void> => {
  try {
    await table.write(operations);
  } catch (error) {
    if (error instanceof WriteConflict) throw onConflict(error);
    throw error;
  }
};
