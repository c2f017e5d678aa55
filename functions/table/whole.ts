import type { Item, Key } from './table.ts';

/**
 * A record as a whole, for carrying it to another place. What is put here was committed elsewhere and has had its
 * effects there: the change feed tells nothing of it.
 */
export interface WholeTable {
  /** Every item that is there, in an order of the record's own; only those behind `after`, an item that came earlier. */
  items(after?: Key): AsyncGenerator<Item>;
  /**
   * Puts items of another record as they are, with their versions. One that is there already stays: it has to be the
   * same, or `OtherItem` is thrown. May be repeated after it was cut off.
   */
  restore(items: readonly Item[]): Promise<void>;
}

/** Under the key of an item that is to be restored lies another one. */
export class OtherItem extends Error {
  override name = 'OtherItem';
  constructor({ pk, sk }: Key) {
    super(`Another item is kept under ${JSON.stringify([pk, sk])} already. Import into an empty record.`);
  }
}
