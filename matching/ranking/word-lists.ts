import { type Occurrences, PostingLists } from './posting-lists.ts';

/** By word the documents that have it, numbered by slots, and how often each does. */
export class WordLists {
  readonly #numbers = new Map<string, number>();
  readonly #lists = new PostingLists();

  /** Slots are given in ascending order; `times` is from 1 to 255. Returns the number of the word, from 0. */
  append(word: string, slot: number, times: number): number {
    const number = this.#numbers.get(word) ?? this.#open(word);
    this.#lists.append(number, slot, times);
    return number;
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** Writes who has a word into `found`, in ascending order of slots. */
  read(word: string, found: Occurrences): void {
    const number = this.#numbers.get(word);
    if (number === undefined) found.empty(0);
    else this.#lists.read(number, found);
  }

  #open(word: string): number {
    const number = this.#lists.open();
    this.#numbers.set(word, number);
    return number;
  }
}
