import { postingKeys, studentKeys } from './aspects.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import { fieldTokens, postingText, studentText, type Text } from './document-text.ts';
import { Groups, type Key } from './groups.ts';
import { TextIndex } from './text-index.ts';
import type { TextQuery } from './text-query.ts';
import { postingDays, studentDays, type WorkingDays } from './zones.ts';

interface Fields<D, K extends string> {
  /** What a text query searches. */
  readonly text: (document: D) => Text;
  /** By what parts of a ranking read: equal for documents that are the same to it. */
  readonly keys: Readonly<Record<K, (document: D) => Key>>;
  readonly workingDays?: (document: D) => WorkingDays;
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
export class Corpus<D extends { readonly id: string }, K extends string> {
  readonly #fields: Fields<D, K>;
  readonly #known = new Map<string, Known>();
  #documents: (D | undefined)[] = [];
  #groups: ReadonlyMap<string, Groups<D>>;
  /** By group of `overlap`. */
  #workingDays: WorkingDays[] = [];
  #index = new TextIndex();
  #size = 0;

  constructor(fields: Fields<D, K>) {
    this.#fields = fields;
    this.#groups = groupsBy(fields.keys);
  }

  get size(): number {
    return this.#size;
  }

  /** By slot; undefined where a document was removed or replaced. */
  get documents(): readonly (D | undefined)[] {
    return this.#documents;
  }

  groups(key: K): Groups<D> {
    const groups = this.#groups.get(key);
    if (groups === undefined) throw new RangeError(`no groups by ${key}`);
    return groups;
  }

  /** By group of `overlap`. */
  get workingDays(): readonly WorkingDays[] {
    return this.#workingDays;
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
    for (const groups of this.#groups.values()) groups.add(document);
    const days = this.#fields.workingDays;
    if (days !== undefined && this.#groups.get('overlap')?.bySlot[slot] === this.#workingDays.length)
      this.#workingDays.push(days(document));
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
    this.#groups = groupsBy(this.#fields.keys);
    this.#workingDays = [];
    this.#index = new TextIndex();
    this.#size = 0;
    for (const document of kept) {
      const version = this.#known.get(document.id)?.version ?? 0;
      this.#known.set(document.id, { version, slot: this.#add(document) });
    }
  }
}

function groupsBy<D>(keys: Readonly<Record<string, (document: D) => Key>>): Map<string, Groups<D>> {
  return new Map(Object.entries(keys).map(([name, key]) => [name, new Groups(key)]));
}

export type PostingCorpus = Corpus<PostingDocument, keyof typeof postingKeys>;
export type StudentCorpus = Corpus<StudentDocument, keyof typeof studentKeys>;

export function postingCorpus(): PostingCorpus {
  return new Corpus({ text: postingText, keys: postingKeys, workingDays: postingDays });
}

export function studentCorpus(): StudentCorpus {
  return new Corpus({ text: studentText, keys: studentKeys, workingDays: studentDays });
}
