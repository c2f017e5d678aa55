import { byteToLength, lengthToByte } from './small-float.ts';

const K1 = Math.fround(1.2);
const B = Math.fround(0.75);
const f = Math.fround;

interface Term {
  readonly slots: number[];
  readonly frequencies: number[];
  /** Documents that have it now; the lists may also hold removed ones. */
  documents: number;
}

/** Per slot: the BM25 score of a query and how many of its tokens the slot has. */
export interface TextScores {
  readonly scores: Float32Array;
  readonly matched: Uint16Array;
}

/**
 * An inverted index of documents numbered by slots, scored with BM25 as Lucene computes it (BM25Similarity, k1 1.2,
 * b 0.75): no factor k1 + 1, lengths in one byte, each step rounded to 32 bits.
 */
export class TextIndex {
  readonly #terms = new Map<string, Term>();
  readonly #lengths: number[] = [];
  #documents = 0;
  #totalLength = 0;

  /** Slots are given in ascending order and never given twice. */
  add(slot: number, tokens: readonly string[]): void {
    this.#lengths[slot] = lengthToByte(tokens.length);
    if (tokens.length === 0) return;
    this.#documents += 1;
    this.#totalLength += tokens.length;
    for (const [token, frequency] of counted(tokens)) {
      const term = this.#terms.get(token);
      if (term === undefined) {
        this.#terms.set(token, { slots: [slot], frequencies: [frequency], documents: 1 });
      } else {
        term.slots.push(slot);
        term.frequencies.push(frequency);
        term.documents += 1;
      }
    }
  }

  /** Forgets a document's part in the statistics; `tokens` are those it was added with. Its slot still scores. */
  remove(tokens: readonly string[]): void {
    if (tokens.length === 0) return;
    this.#documents -= 1;
    this.#totalLength -= tokens.length;
    for (const token of new Set(tokens)) {
      const term = this.#terms.get(token);
      if (term !== undefined) term.documents -= 1;
    }
  }

  /** Scores of the slots 0 to `slots` - 1 for distinct query tokens. */
  score(query: readonly string[], slots: number): TextScores {
    const sums = new Float64Array(slots);
    const matched = new Uint16Array(slots);
    const inverse = this.#inverseNorms();
    for (const token of query) {
      const term = this.#terms.get(token);
      if (term === undefined || term.documents === 0) continue;
      const rest = (this.#documents - term.documents + 0.5) / (term.documents + 0.5);
      const idf = f(Math.log(1 + rest));
      for (let at = 0; at < term.slots.length; at += 1) {
        const slot = term.slots[at] ?? 0;
        const norm = inverse[this.#lengths[slot] ?? 0] ?? 0;
        sums[slot] = (sums[slot] ?? 0) + f(idf - f(idf / f(1 + f((term.frequencies[at] ?? 0) * norm))));
        matched[slot] = (matched[slot] ?? 0) + 1;
      }
    }
    return { scores: new Float32Array(sums), matched };
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
