import type { Page, Table } from '../../functions/table/table.ts';

/** A table whose indexes stay as they were when each of their queries was first asked. */
export const lagging = (table: Table): Table => {
  const pages = new Map<string, Promise<Page>>();
  return {
    ...table,
    query: (query) => {
      if (query.index === undefined) return table.query(query);
      const asked = JSON.stringify(query);
      const page = pages.get(asked) ?? table.query(query);
      pages.set(asked, page);
      return page;
    },
  };
};
