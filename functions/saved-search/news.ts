import { planFor } from '../posting/browse.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import type { Posting } from '../posting/schema.ts';
import { findPosting } from '../posting/store.ts';
import { isNews } from './rules.ts';
import type { NewsWindow, SavedSearch } from './schema.ts';

const step = 100;

/** The postings of a window that a search finds, by the plan of its page but the newest first. */
const newsOf = async (
  deps: Deps,
  search: SavedSearch,
  window: NewsWindow,
  cycle: Cycle,
): Promise<Posting[]> => {
  const query = { ...search.conditions, sort: 'fit', limit: step } as const;
  const { plan } = await planFor(deps, search, query, cycle);
  const news: Posting[] = [];
  for (let offset = 0; ; offset += step) {
    const { hits, total } = await deps.search.rankPostings({
      ...plan,
      order: 'newest',
      facets: false,
      offset,
    });
    const found = await Promise.all(hits.map(({ id }) => findPosting(deps.table, id)));
    const published = found.filter((posting) => posting?.state === 'published');
    for (const posting of published)
      if (posting?.publishedAt !== undefined && isNews(window, posting.publishedAt)) news.push(posting);
    const past = published.some((posting) => (posting?.publishedAt ?? '') <= window.since);
    if (past || offset + hits.length >= total || hits.length === 0) return news;
  }
};

export interface News {
  search: SavedSearch;
  postings: readonly Posting[];
}

/** What is new for each search; a posting that several find is told under the first. Searches without news are left out. */
export const newsFor = async (
  deps: Deps,
  searches: readonly SavedSearch[],
  window: NewsWindow,
  cycle: Cycle,
): Promise<News[]> => {
  const told = new Set<string>();
  const all: News[] = [];
  for (const search of searches) {
    const postings = (await newsOf(deps, search, window, cycle)).filter(({ id }) => !told.has(id));
    for (const { id } of postings) told.add(id);
    if (postings.length > 0) all.push({ search, postings });
  }
  return all;
};
