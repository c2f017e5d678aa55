import type { FeedPosition, Key } from './table.ts';

/** Whom a record is to forget. */
export interface Forgotten {
  /** Where everything about them was kept. */
  partitions: readonly string[];
  /** Items of these that stay: those whose sort keys begin so. */
  spare?: string;
  /** What names them and nobody else: ids, addresses. */
  ids: readonly string[];
  /** What others may be called too. */
  names: readonly string[];
}

/**
 * What a record keeps beside its items: what is left of deleted ones, the changes that it has told, bytes on free pages.
 * Taking somebody out of that is told to nobody.
 */
export interface Remains {
  /** Takes out items, or what is left of deleted ones, as if they had never been. */
  takeOut(keys: readonly Key[]): Promise<void>;
  /**
   * Takes out partitions with all that is left in them, and every change kept here that names them. False, and nothing
   * done, while a change with one of the ids has still to be read from the places in `seen`.
   */
  forget(one: Forgotten, seen?: readonly (FeedPosition | undefined)[]): Promise<boolean>;
  /** Leaves no byte of what was taken out in the record's files; false when somebody is reading them: ask again. */
  clean(): Promise<boolean>;
}
