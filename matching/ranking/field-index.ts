import type { Occurrences } from './posting-lists.ts';
import { byteToLength, lengthToByte } from './small-float.ts';
import { MOST_REPEATS } from './text-query.ts';
import { WordLists } from './word-lists.ts';

const K1 = Math.fround(1.2);
const B = Math.fround(0.75);
const f = Math.fround;

/**
 * An inverted index of one field of documents numbered by slots, scored with BM25 as Lucene computes it
 * (BM25Similarity, k1 1.2, b 0.75): no factor k1 + 1, lengths in one byte, each step rounded to 32 bits.
 */
export class FieldIndex {
  readonly #lists = new WordLists();
  /** By a token's number: documents that have the token now; the lists may also hold removed ones. */
  readonly #having: number[] = [];
  #lengths = new Uint8Array(1 << 10);
  #documents = 0;
  #totalLength = 0;
  #norms: Float32Array | undefined;
  readonly #found: Occurrences;
  /** By a length's byte what a token that a document has once gives it. */
  readonly #once = new Float32Array(256);

  /** `found`: room to read lists into, which several indexes can share. */
  constructor(found: Occurrences) {
    this.#found = found;
  }

  /** Slots are given in ascending order and never given twice. */
  add(slot: number, tokens: readonly string[]): void {
    if (tokens.length === 0) return;
    this.#keepLength(slot, lengthToByte(tokens.length));
    this.#norms = undefined;
    this.#documents += 1;
    this.#totalLength += tokens.length;
    for (const [token, frequency] of counted(tokens)) {
      const list = this.#lists.append(token, slot, Math.min(frequency, MOST_REPEATS));
      this.#having[list] = (this.#having[list] ?? 0) + 1;
    }
  }

  /** Forgets a document's part in the statistics; `tokens` are those it was added with. Its slot still scores. */
  remove(tokens: readonly string[]): void {
    if (tokens.length === 0) return;
    this.#norms = undefined;
    this.#documents -= 1;
    this.#totalLength -= tokens.length;
    for (const token of new Set(tokens)) {
      const list = this.#lists.numberOf(token);
      if (list !== undefined) this.#having[list] = (this.#having[list] ?? 0) - 1;
    }
  }

  /** Adds `weight` × BM25 of a token to the sums of the slots that have it. */
  addScores(token: string, weight: number, sums: Float64Array): void {
    const having = this.#having[this.#lists.numberOf(token) ?? -1] ?? 0;
    if (having === 0) return;
    const idf = f(Math.log(1 + (this.#documents - having + 0.5) / (having + 0.5)));
    const most = f(f(weight) * idf);
    const norms = (this.#norms ??= this.#inverseNorms());
    const once = this.#once;
    for (let byte = 0; byte < 256; byte += 1) once[byte] = most - f(most / f(1 + (norms[byte] ?? 0)));
    const lengths = this.#lengths;
    this.#lists.read(token, this.#found);
    const { count, slots, frequencies } = this.#found;
    for (let at = 0; at < count; at += 1) {
      const slot = slots[at] ?? 0;
      const length = lengths[slot] ?? 0;
      const frequency = frequencies[at] ?? 0;
      const score =
        frequency === 1
          ? (once[length] ?? 0)
          : f(most - f(most / f(1 + f(frequency * (norms[length] ?? 0)))));
      sums[slot] = (sums[slot] ?? 0) + score;
    }
  }

  /** The documents that have a token, read before the next one is asked for. */
  having(token: string): Uint32Array {
    this.#lists.read(token, this.#found);
    return this.#found.slots.subarray(0, this.#found.count);
  }

  #keepLength(slot: number, byte: number): void {
    if (slot >= this.#lengths.length) {
      const larger = new Uint8Array(2 * slot);
      larger.set(this.#lengths);
      this.#lengths = larger;
    }
    this.#lengths[slot] = byte;
  }

  #inverseNorms(): Float32Array {
    const average = f(this.#totalLength / Math.max(1, this.#documents));
    return Float32Array.from({ length: 256 }, (_, byte) => {
      const share = f(f(B * byteToLength(byte)) / average);
      return f(1 / f(K1 * f(f(1 - B) + share)));
    });
  }
}

function counted(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
