import type { Page } from 'playwright-core';

/** The entries of a list again and again, each with an id of its own. */
const repeated = <T>(items: readonly T[], count: number, idOf: (item: T, index: number) => T): T[] =>
  items.length === 0
    ? []
    : Array.from({ length: count }, (_, index) => idOf(items[index % items.length] as T, index)); // oxlint-disable-line -- the index is below the length

interface Hit {
  posting: { id: string };
}
interface Answer {
  items: Hit[];
  total: number;
  next?: string;
}

/** The list of postings as it is with `total` postings and `rows` a page: the demonstration's, repeated. */
export const withManyPostings = (page: Page, { total, rows }: { total: number; rows: number }) =>
  page.route(/\/v1\/postings(\?|$)/, async (route) => {
    const response = await route.fetch({ maxRetries: 3 });
    const answer: Answer = await response.json();
    const items = repeated(answer.items, rows, (hit, index) => ({
      ...hit,
      posting: { ...hit.posting, id: `${hit.posting.id}${index}` },
    }));
    await route.fulfill({ response, json: { ...answer, items, total, next: answer.next ?? 'more' } });
  });

interface RankList {
  options: { id: string; rankable: boolean }[];
  choices: string[];
  state: string;
}

/** A company's rank list with `rows` applicants on it; what is saved is answered as if it were. */
export const withManyChoices = (page: Page, rows: number) =>
  page.route(/\/v1\/rounds\/[^/]+\/postings\/[^/]+\/rank-list$/, async (route) => {
    if (route.request().method() !== 'GET') {
      await new Promise((after) => setTimeout(after, 300));
      await route.fulfill({ status: 409, json: { status: 409, code: 'conflict', detail: 'Not here.' } });
      return;
    }
    const response = await route.fetch({ maxRetries: 3 });
    const list: RankList = await response.json();
    const options = repeated(list.options, rows, (option, index) => ({
      ...option,
      id: `${option.id}${index}`,
      rankable: true,
    }));
    await route.fulfill({
      response,
      json: { ...list, state: 'open', options, choices: options.map(({ id }) => id) },
    });
  });
