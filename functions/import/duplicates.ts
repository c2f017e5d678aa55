import type { Posting, PostingDraft } from '../posting/schema.ts';
import { comparable } from './cell.ts';

const titleKey = (title: PostingDraft['title']): string =>
  comparable(title.zh ?? '') + '|' + comparable(title.en ?? '');

const keyOf = (companyId: string, draft: PostingDraft, where: string): string =>
  [companyId, titleKey(draft.title), draft.startsOn ?? '', where].join('|');

/** A posting keeps the countries of its places, so that is what a row and a posting are compared by. */
const countriesOf = (draft: PostingDraft): string =>
  [...(draft.countries ?? [])].toSorted().join(' ') + (draft.workMode ?? '');

/** Order and spelling of places do not matter. */
const placesKey = (places: string): string =>
  places
    .split(/[;；|\n]/)
    .map(comparable)
    .toSorted()
    .join(' ');

/**
 * Finds likely repetitions: the same company, title, start and places as an earlier row of the file, or the same
 * company, title, start and countries as a posting of the cycle.
 */
export class Duplicates {
  readonly #rows = new Map<string, number>();
  readonly #postings = new Map<string, string>();

  addPosting(posting: Posting): void {
    if (posting.state === 'withdrawn') return;
    this.#postings.set(keyOf(posting.companyId, posting.content, countriesOf(posting.content)), posting.id);
  }

  /** What the row repeats: a posting's id or an earlier row's number. The row is remembered as the first of its kind. */
  find(row: number, companyId: string, draft: PostingDraft, places: string): string | undefined {
    const posting = this.#postings.get(keyOf(companyId, draft, countriesOf(draft)));
    const key = keyOf(companyId, draft, placesKey(places));
    const earlier = this.#rows.get(key);
    if (earlier === undefined) this.#rows.set(key, row);
    return posting ?? earlier?.toString();
  }
}
