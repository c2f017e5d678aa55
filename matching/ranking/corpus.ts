import { postingKeys, postingLists, skillsAsked, skillsHeld, studentKeys, studentLists } from './aspects.ts';
import { Clocks } from './clocks.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import { fieldTokens, postingText, studentText, type Text } from './document-text.ts';
import { Groups, type Key } from './groups.ts';
import { Lists } from './lists.ts';
import { Numbers } from './numbers.ts';
import { Occurrences } from './posting-lists.ts';
import { SkillIndex, type SkillWorths } from './skill-index.ts';
import { TextIndex } from './text-index.ts';
import type { TextQuery } from './text-query.ts';
import { postingDays, studentDays, type WorkingDays } from './zones.ts';

interface Fields<D, K extends string, L extends string> {
  /** What a text query searches. */
  readonly text: (document: D) => Text;
  /** By what parts of a ranking read: equal for documents that are the same to it. */
  readonly keys: Readonly<Record<K, (document: D) => Key>>;
  readonly lists: Readonly<Record<L, (document: D) => readonly string[]>>;
  readonly skills?: (document: D) => SkillWorths;
  readonly workingDays?: (document: D) => WorkingDays;
}

/**
 * Documents in memory, ready to be ranked. Changes may arrive late, twice or out of order: only a version above the
 * one known counts, for removals too, so the end is the same in any order.
 */
export class Corpus<D extends { readonly id: string }, K extends string, L extends string> {
  readonly #fields: Fields<D, K, L>;
  readonly #slots = new Map<string, number>();
  /** By slot. */
  #versions = new Numbers();
  /** Of removed documents. */
  readonly #removed = new Map<string, number>();
  #documents: (D | undefined)[] = [];
  #columns: Columns<D>;
  #clocks = new Clocks();
  readonly #found = new Occurrences();
  #skills = new SkillIndex(this.#found);
  #index = new TextIndex(this.#found);

  constructor(fields: Fields<D, K, L>) {
    this.#fields = fields;
    this.#columns = columnsOf(fields);
  }

  get size(): number {
    return this.#slots.size;
  }

  /** By slot; undefined where a document was removed or replaced. */
  get documents(): readonly (D | undefined)[] {
    return this.#documents;
  }

  groups(key: K): Groups {
    const found = this.#columns.groups.get(key)?.column;
    if (found === undefined) throw new RangeError(`no groups by ${key}`);
    return found;
  }

  lists(key: L): Lists {
    const found = this.#columns.lists.get(key)?.column;
    if (found === undefined) throw new RangeError(`no lists of ${key}`);
    return found;
  }

  get clocks(): Clocks {
    return this.#clocks;
  }

  get(id: string): D | undefined {
    return this.#documents[this.#slots.get(id) ?? NO_SLOT];
  }

  /** Of the documents that are there now, ascending; of all when no ids are given. */
  slots(ids?: Iterable<string>): Uint32Array<ArrayBuffer> {
    if (ids === undefined) {
      const all = new Uint32Array(this.#slots.size);
      let count = 0;
      for (let slot = 0; slot < this.#documents.length; slot += 1) {
        if (this.#documents[slot] === undefined) continue;
        all[count] = slot;
        count += 1;
      }
      return all;
    }
    const found = Array.from(new Set(ids), (id) => this.#slots.get(id) ?? NO_SLOT);
    return Uint32Array.from(found.filter((slot) => slot !== NO_SLOT).toSorted((a, b) => a - b));
  }

  /** Returns whether the version was news. */
  upsert(document: D, version: number): boolean {
    if (!this.#forget(document.id, version)) return false;
    this.#add(document, version);
    return true;
  }

  /** Returns whether the version was news. The version is kept, so that an older upsert cannot bring it back. */
  remove(id: string, version: number): boolean {
    if (!this.#forget(id, version)) return false;
    this.#removed.set(id, version);
    return true;
  }

  /** All that is known: each document, and of each that was removed when. Applied to an empty corpus in any order it makes an equal one. */
  *known(): Generator<{ id: string; version: number; document?: D }> {
    for (const [id, slot] of this.#slots) {
      const [document, version] = [this.#documents[slot], this.#versions.values[slot]];
      if (document !== undefined && version !== undefined) yield { id, version, document };
    }
    for (const [id, version] of this.#removed) yield { id, version };
  }

  /** By slot what the skills that it shares with a subject are worth, to be read before the next subject's. */
  sharedSkills(subject: SkillWorths): Uint16Array {
    return this.#skills.shared(subject, this.#documents.length);
  }

  /** Σ weight × BM25, by slot; to be read before the next text is asked for. */
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

  #add(document: D, version: number): void {
    const slot = this.#documents.push(document) - 1;
    this.#versions.push(version);
    this.#slots.set(document.id, slot);
    this.#index.add(slot, fieldTokens(this.textOf(document)));
    for (const { column, read } of this.#columns.groups.values()) column.add(read(document));
    for (const { column, read } of this.#columns.lists.values()) column.add(read(document));
    this.#skills.add(slot, this.#fields.skills?.(document) ?? new Map());
    const days = this.#fields.workingDays?.(document);
    if (days !== undefined) this.#clocks.add(days);
  }

  #forget(id: string, version: number): boolean {
    const slot = this.#slots.get(id) ?? NO_SLOT;
    const known = this.#versions.values[slot] ?? this.#removed.get(id);
    if (known !== undefined && version <= known) return false;
    this.#removed.delete(id);
    const old = this.#documents[slot];
    if (old === undefined) return true;
    this.#slots.delete(id);
    this.#index.remove(fieldTokens(this.textOf(old)));
    for (const { column } of this.#columns.groups.values()) column.remove(slot);
    for (const { column } of this.#columns.lists.values()) column.remove(slot);
    this.#documents[slot] = undefined;
    if (this.#documents.length > 2 * this.#slots.size + 1024) this.#compact();
    return true;
  }

  #compact(): void {
    const kept = [...this.#documents.entries()];
    const versions = this.#versions.values;
    this.#documents = [];
    this.#versions = new Numbers();
    this.#columns = columnsOf(this.#fields);
    this.#clocks = new Clocks();
    this.#skills = new SkillIndex(this.#found);
    this.#index = new TextIndex(this.#found);
    for (const [slot, document] of kept) {
      if (document !== undefined) this.#add(document, versions[slot] ?? 0);
    }
  }
}

const NO_SLOT = -1;

/** What is kept of each document by slot, beside what it is read from. */
interface Columns<D> {
  readonly groups: ReadonlyMap<string, { readonly column: Groups; readonly read: (document: D) => Key }>;
  readonly lists: ReadonlyMap<
    string,
    { readonly column: Lists; readonly read: (document: D) => readonly string[] }
  >;
}

function columnsOf<D>({ keys, lists }: Fields<D, string, string>): Columns<D> {
  return {
    groups: new Map(Object.entries(keys).map(([name, read]) => [name, { column: new Groups(), read }])),
    lists: new Map(Object.entries(lists).map(([name, read]) => [name, { column: new Lists(), read }])),
  };
}

export type PostingCorpus = Corpus<PostingDocument, keyof typeof postingKeys, keyof typeof postingLists>;
export type StudentCorpus = Corpus<StudentDocument, keyof typeof studentKeys, keyof typeof studentLists>;

export function postingCorpus(): PostingCorpus {
  return new Corpus({
    text: postingText,
    keys: postingKeys,
    lists: postingLists,
    skills: skillsAsked,
    workingDays: postingDays,
  });
}

export function studentCorpus(): StudentCorpus {
  return new Corpus({
    text: studentText,
    keys: studentKeys,
    lists: studentLists,
    skills: skillsHeld,
    workingDays: studentDays,
  });
}
