/** JSON as the record stores it. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

export interface Key {
  pk: string;
  sk: string;
}

/** Two further ways to find an item; an item that names no key for an index is absent from it. */
export type IndexName = 'gsi1' | 'gsi2';
export type IndexKeys = { readonly [name in IndexName]?: Key };

/** Who changed an item, how and when: the audit trail is derived from this, never written beside it. */
export interface Stamp {
  by: string;
  action: string;
  /** ISO 8601 instant. */
  at: string;
  reason?: string;
}

export interface Item extends Key {
  /** 1 when first written, one more at each write. */
  version: number;
  body: JsonObject;
  index: IndexKeys;
  stamp: Stamp;
  /** ISO 8601 instant after which the item is gone. */
  expiresAt?: string;
}

/** What must hold for one operation, or the whole write fails. */
export type Condition = { absent: true } | { version: number };

export type Operation =
  | {
      put: Key & { body: JsonObject; index?: IndexKeys; stamp: Stamp; expiresAt?: string };
      if?: Condition;
    }
  | { delete: Key & { stamp: Stamp }; if?: Condition }
  | { check: Key; if: Condition };

export interface Query {
  index?: IndexName;
  pk: string;
  /** Inclusive bounds. */
  sk?: { prefix: string } | { from?: string; to?: string };
  /** At most this many items, 1 to 1,000; 100 unless told. */
  limit?: number;
  cursor?: string;
  descending?: boolean;
}

export interface Page {
  items: Item[];
  /** Present only while there is more. Opaque. */
  cursor?: string;
}

/** A committed change. `after` is absent when the item was deleted or its time had passed. */
export interface Change {
  /** Names this change and no other; of two changes of one item the later one's is the greater string. */
  id: string;
  key: Key;
  before?: Item;
  after?: Item;
  stamp: Stamp;
  /** Why neither of the two can be given: what the table keeps there is none of our items, or damaged. */
  unreadable?: string;
}

/** Where a reader of the change feed is, as a string that can be stored. Opaque: it belongs to the adapter that gave it. */
export type FeedPosition = string;

export interface Feed {
  changes: Change[];
  /** After these changes; ask from here the next time, also when there were none. */
  position: FeedPosition;
  /** Changes after the position asked for are no longer kept or cannot be read: what is derived from them has to be built anew. */
  lost: boolean;
}

/** A condition of a write did not hold: `operations` lists the indexes of those that failed. */
export class WriteConflict extends Error {
  override name = 'WriteConflict';
  readonly operations: readonly number[];
  constructor(operations: readonly number[]) {
    super(`The write was refused: condition of operation ${operations.join(', ')} does not hold`);
    this.operations = operations;
  }
}

/** A write that no adapter may take: over 100 operations or 4 MB, two operations on one key, or an item over 400 KB. */
export class WriteTooLarge extends Error {
  override name = 'WriteTooLarge';
}

/** A write to a key that no item can have: a part of it, or of an index key, is empty or too long. */
export class InvalidKey extends Error {
  override name = 'InvalidKey';
  constructor(name: string) {
    super(
      `No item can have the keys of ${name}: each part needs a byte, pk has at most ${maxKeyBytes.pk}, sk ${maxKeyBytes.sk}.`,
    );
  }
}

export const maxOperations = 100;
export const maxItemBytes = 400 * 1024;
export const maxWriteBytes = 4 * 1024 * 1024;
/** Of UTF-8; for index keys too. */
export const maxKeyBytes = { pk: 2048, sk: 1024 } as const;

/**
 * The record. Small on purpose: what DynamoDB and SQLite both do well.
 * A write is atomic and durable when it returns. `get` and a query of the table see every write that was answered before
 * them. A query of an index may lag behind, in DynamoDB mostly by less than a second: it may miss what was just written
 * and show what was. Whoever decides by what an index shows reads the item, or writes with its version as condition.
 */
export interface Table {
  get(key: Key): Promise<Item | undefined>;
  query(query: Query): Promise<Page>;
  /** All of the operations or none. Throws `WriteConflict`, `WriteTooLarge` or `InvalidKey`. */
  write(operations: readonly Operation[]): Promise<void>;
  /**
   * At most `limit` committed changes after a position, from the oldest that is kept when there is none. Changes of one
   * item come in commit order, those of different items may not. No changes: nothing is waiting now.
   */
  changes(after: FeedPosition | undefined, limit: number): Promise<Feed>;
}
