import { FieldIndex } from './field-index.ts';
import { Occurrences } from './posting-lists.ts';
import {
  textFields,
  type FieldTokens,
  type QueryWord,
  type TextField,
  type WeightedTerm,
} from './text-query.ts';

/** The fields of text of documents numbered by slots: carries out a text query. */
export class TextIndex {
  readonly #fields: Readonly<Record<TextField, FieldIndex>>;
  #sums = new Float64Array();
  #scores = new Float32Array();

  /** `found`: room to read lists into, which several indexes can share. */
  constructor(found: Occurrences = new Occurrences()) {
    this.#fields = {
      title: new FieldIndex(found),
      pieces: new FieldIndex(found),
      roles: new FieldIndex(found),
      text: new FieldIndex(found),
    };
  }

  /** Slots are given in ascending order and never given twice. */
  add(slot: number, tokens: FieldTokens): void {
    for (const field of textFields) this.#fields[field].add(slot, tokens[field]);
  }

  /** Forgets a document's part in the statistics; `tokens` are those it was added with. Its slot still scores. */
  remove(tokens: FieldTokens): void {
    for (const field of textFields) this.#fields[field].remove(tokens[field]);
  }

  /** Σ weight × BM25, for the slots 0 to `slots` - 1, to be read before the next query is scored. */
  score(terms: readonly WeightedTerm[], slots: number): Float32Array {
    if (this.#sums.length < slots) {
      this.#sums = new Float64Array(Math.ceil(1.25 * slots));
      this.#scores = new Float32Array(this.#sums.length);
    }
    this.#sums.fill(0);
    for (const { field, token, weight } of terms) this.#fields[field].addScores(token, weight, this.#sums);
    this.#scores.set(this.#sums);
    return this.#scores;
  }

  /** How many of the words each slot has, itself or by a synonym. */
  matched(words: readonly QueryWord[], slots: number): Uint16Array {
    const counts = new Uint16Array(slots);
    const last = new Uint16Array(slots);
    for (const [index, { same, roles }] of words.entries()) {
      const see = (having: Uint32Array): void => {
        for (let at = 0; at < having.length; at += 1) {
          const slot = having[at] ?? 0;
          if (last[slot] === index + 1) continue;
          last[slot] = index + 1;
          counts[slot] = (counts[slot] ?? 0) + 1;
        }
      };
      for (const token of same) {
        see(this.#fields.title.having(token));
        see(this.#fields.text.having(token));
      }
      for (const token of roles) see(this.#fields.roles.having(token));
    }
    return counts;
  }
}
