import type { Item, Query, Table } from './table.ts';

/** Every item of a query, page by page. */
export async function* everyItem(table: Table, query: Omit<Query, 'cursor' | 'limit'>): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await table.query({ ...query, limit: 500, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
