import { FieldIndex } from './field-index.ts';
import {
  textFields,
  type FieldTokens,
  type QueryWord,
  type TextField,
  type WeightedTerm,
} from './text-query.ts';

/** The fields of text of documents numbered by slots: carries out a text query. */
export class TextIndex {
  readonly #fields: Readonly<Record<TextField, FieldIndex>> = {
    title: new FieldIndex(),
    pieces: new FieldIndex(),
    roles: new FieldIndex(),
    text: new FieldIndex(),
  };

  /** Slots are given in ascending order and never given twice. */
  add(slot: number, tokens: FieldTokens): void {
    for (const field of textFields) this.#fields[field].add(slot, tokens[field]);
  }

  /** Forgets a document's part in the statistics; `tokens` are those it was added with. Its slot still scores. */
  remove(tokens: FieldTokens): void {
    for (const field of textFields) this.#fields[field].remove(tokens[field]);
  }

  /** Σ weight × BM25, for the slots 0 to `slots` - 1. */
  score(terms: readonly WeightedTerm[], slots: number): Float32Array {
    const sums = new Float64Array(slots);
    for (const { field, token, weight } of terms) this.#fields[field].addScores(token, weight, sums);
    return new Float32Array(sums);
  }

  /** How many of the words each slot has, itself or by a synonym. */
  matched(words: readonly QueryWord[], slots: number): Uint16Array {
    const counts = new Uint16Array(slots);
    const last = new Uint16Array(slots);
    for (const [index, { same, roles }] of words.entries()) {
      const see = (slot: number): void => {
        if (last[slot] === index + 1) return;
        last[slot] = index + 1;
        counts[slot] = (counts[slot] ?? 0) + 1;
      };
      for (const token of same) {
        this.#fields.title.eachSlot(token, see);
        this.#fields.text.eachSlot(token, see);
      }
      for (const token of roles) this.#fields.roles.eachSlot(token, see);
    }
    return counts;
  }
}
