import type { PostingDocument, StudentDocument } from './document.ts';
import { fieldTokens, postingText, studentText, type Text } from './document-text.ts';
import { TextIndex } from './text-index.ts';
import type { TextQuery } from './text-query.ts';

interface Fields<D> {
  /** What a text query searches. */
  readonly text: (document: D) => Text;
  /** Equal for documents whose working hours are the same on every day, so that overlaps are computed once. */
  readonly hours: (document: D) => string;
}

/** The slot of a document's newest version; NO_SLOT for one that was removed. */
interface Known {
  readonly version: number;
  readonly slot: number;
}

const NO_SLOT = -1;

/**
 * Documents in memory, ready to be ranked. Changes may arrive late, twice or out of order: only a version above the
 * one known counts, for removals too, so the end is the same in any order.
 */
export class Corpus<D extends { readonly id: string }> {
  readonly #fields: Fields<D>;
  readonly #known = new Map<string, Known>();
  readonly #hourNumbers = new Map<string, number>();
  #documents: (D | undefined)[] = [];
  #hours: number[] = [];
  #index = new TextIndex();
  #size = 0;

  constructor(fields: Fields<D>) {
    this.#fields = fields;
  }

  get size(): number {
    return this.#size;
  }

  /** By slot; undefined where a document was removed or replaced. */
  get documents(): readonly (D | undefined)[] {
    return this.#documents;
  }

  /** By slot: a number from 0 that is equal for equal working hours. */
  get hours(): readonly number[] {
    return this.#hours;
  }

  /** One more than the largest of `hours`. */
  get hoursCount(): number {
    return this.#hourNumbers.size;
  }

  get(id: string): D | undefined {
    return this.#documents[this.#known.get(id)?.slot ?? NO_SLOT];
  }

  /** Returns whether the version was news. */
  upsert(document: D, version: number): boolean {
    if (!this.#forget(document.id, version)) return false;
    this.#known.set(document.id, { version, slot: this.#add(document) });
    return true;
  }

  /** Returns whether the version was news. The version is kept, so that an older upsert cannot bring it back. */
  remove(id: string, version: number): boolean {
    if (!this.#forget(id, version)) return false;
    this.#known.set(id, { version, slot: NO_SLOT });
    return true;
  }

  /** Σ weight × BM25, by slot. */
  textScores({ terms }: TextQuery): Float32Array {
    return this.#index.score(terms, this.#documents.length);
  }

  /** How many words of the query each slot has. */
  textMatches({ words }: TextQuery): Uint16Array {
    return this.#index.matched(words, this.#documents.length);
  }

  textOf(document: D): Text {
    return this.#fields.text(document);
  }

  #add(document: D): number {
    const slot = this.#documents.push(document) - 1;
    this.#index.add(slot, fieldTokens(this.textOf(document)));
    const hours = this.#fields.hours(document);
    const number = this.#hourNumbers.get(hours) ?? this.#hourNumbers.size;
    this.#hourNumbers.set(hours, number);
    this.#hours.push(number);
    this.#size += 1;
    return slot;
  }

  #forget(id: string, version: number): boolean {
    const known = this.#known.get(id);
    if (known === undefined) return true;
    if (version <= known.version) return false;
    const old = this.#documents[known.slot];
    if (old !== undefined) {
      this.#index.remove(fieldTokens(this.textOf(old)));
      this.#documents[known.slot] = undefined;
      this.#size -= 1;
      if (this.#documents.length > 2 * this.#size + 1024) this.#compact();
    }
    return true;
  }

  #compact(): void {
    const kept = this.#documents.filter((document) => document !== undefined);
    this.#documents = [];
    this.#hours = [];
    this.#index = new TextIndex();
    this.#hourNumbers.clear();
    this.#size = 0;
    for (const document of kept) {
      const version = this.#known.get(document.id)?.version ?? 0;
      this.#known.set(document.id, { version, slot: this.#add(document) });
    }
  }
}

export function postingCorpus(): Corpus<PostingDocument> {
  return new Corpus<PostingDocument>({
    text: postingText,
    hours: ({ zone, coreHours, startsOn, endsOn }) =>
      `${zone} ${coreHours.from} ${coreHours.to} ${startsOn} ${endsOn}`,
  });
}

export function studentCorpus(): Corpus<StudentDocument> {
  return new Corpus<StudentDocument>({
    text: studentText,
    hours: ({ zones, workingHours }) => JSON.stringify([zones, workingHours]),
  });
}
