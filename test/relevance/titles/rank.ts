import { Corpus } from '../../../matching/ranking/corpus.ts';
import { searchQuery } from '../../../matching/ranking/query.ts';
import type { Title } from './read.ts';

/** One line of a run; `rank` from 1. */
export interface RankedTitle {
  readonly document: string;
  readonly rank: number;
  readonly score: number;
}

/** As deep as a run goes: mean average precision needs depth. */
const DEPTH = 1000;

/** Ranks titles by the product's text criterion, each title in the place of a posting's. */
export class TitleRanker {
  readonly #corpus = new Corpus<Title, never, never>({
    text: ({ title }) => ({ title, roles: title, text: '' }),
    keys: {},
    lists: {},
  });

  constructor(titles: readonly Title[]) {
    for (const title of titles) this.#corpus.upsert(title, 1);
  }

  /** The titles with a score above zero, best first; ties by id. */
  rank(title: string): RankedTitle[] {
    const scores = this.#corpus.textScores(searchQuery(title));
    return this.#corpus.documents
      .map((document, slot) => ({ document: document?.id ?? '', score: scores[slot] ?? 0 }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || (a.document < b.document ? -1 : 1))
      .slice(0, DEPTH)
      .map((one, index) => ({ ...one, rank: index + 1 }));
  }
}
