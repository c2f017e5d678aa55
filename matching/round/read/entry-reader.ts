import { type Entry, opened, pathOf, type Sections, WrongKind } from './entries.ts';
import { Follower } from './follower.ts';
import { membersOf } from './members.ts';
import { NotJson, parseJson } from './not-json.ts';

const space = /[\t\n\r ]*/y;
/** What may follow a string's opening quote up to its closing one. */
const string = /"(?:[^"\\]|\\[^])*"/y;

/**
 * Takes members of an object in a way of its own, each with the comma behind it; where the first begins that is left.
 * It is asked again behind a few that were parsed.
 */
type Skip = (section: string, text: string, at: number) => number;

const fewMembers = 16;

type State = 'opening' | 'firstKey' | 'key' | 'colon' | 'value' | 'members' | 'next' | 'end';

/**
 * Splits JSON text, given in pieces of any length, into the entries of a document. Only strings and brackets are
 * followed here; JSON.parse decides what is JSON. The members of a section that holds no other are parsed many at a
 * time, which is faster than one by one. Memory is that of a piece and of the longest entry.
 */
export class EntryReader {
  readonly #sections: Sections;
  readonly #emit: (entry: Entry) => void;
  readonly #skip: Skip | undefined;
  /** Paths of the sections that are open, the document's first. */
  readonly #open: string[] = [''];
  #state: State = 'opening';
  #text = '';
  /** Where reading goes on in `#text`. */
  #at = 0;
  /** Characters dropped before `#text`. */
  #dropped = 0;
  #key = '';
  #follower = new Follower();
  /** Up to where a value or the members were followed. */
  #followed = 0;
  /** Of the members: how many were read, and how many of those before `#at`. */
  #members = 0;
  #emitted = 0;
  /** The last comma between members, and the keys before it. */
  #cut = 0;
  #keysAtCut = 0;
  #keysEmitted = 0;

  constructor(sections: Sections, emit: (entry: Entry) => void, skip?: Skip) {
    this.#sections = sections;
    this.#emit = emit;
    this.#skip = skip;
  }

  /** @throws NotJson, WrongKind, and whatever the receiver of the entries throws */
  push(text: string): void {
    this.#dropped += this.#at;
    this.#followed -= this.#at;
    this.#cut -= this.#at;
    this.#text = this.#text.slice(this.#at) + text;
    this.#at = 0;
    while (this.#step());
  }

  /** @throws NotJson when the document is not complete */
  end(): void {
    if (this.#state !== 'end') throw this.#fault('the text ends too early');
  }

  /** Goes one token on; false when more text is needed. */
  #step(): boolean {
    if (this.#state === 'value') return this.#readValue();
    if (this.#state === 'members') return this.#readMembers();
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = space.lastIndex;
    const next = this.#text[this.#at];
    if (next === undefined) return false;
    switch (this.#state) {
      case 'opening':
        return this.#readOpening(next);
      case 'firstKey':
      case 'key':
        if (next === '}' && this.#state === 'firstKey') return this.#close();
        return this.#readKey(next);
      case 'colon':
        if (next !== ':') throw this.#fault('a colon must follow the key');
        return this.#afterColon();
      case 'next':
        if (next === ',') return this.#advance('key');
        if (next === '}') return this.#close();
        throw this.#fault('a comma or a closing brace must follow');
      case 'end':
        throw this.#fault('more text follows the document');
    }
  }

  #readOpening(next: string): boolean {
    if (next !== (this.#kind() === 'list' ? '[' : '{')) throw new WrongKind(this.#path(), this.#kind());
    const holdsOthers =
      this.#path() === '' || Object.keys(this.#sections).some((path) => path.startsWith(`${this.#path()}.`));
    this.#advance(holdsOthers ? 'firstKey' : 'members');
    this.#follow();
    this.#members = 0;
    this.#emitted = 0;
    this.#keysEmitted = 0;
    return true;
  }

  #readKey(next: string): boolean {
    if (next !== '"') throw this.#fault('a key must be text in quotes');
    string.lastIndex = this.#at;
    if (!string.test(this.#text)) return false;
    this.#key = String(this.#parse(this.#text.slice(this.#at, string.lastIndex), 0));
    this.#at = string.lastIndex;
    this.#state = 'colon';
    return true;
  }

  #afterColon(): boolean {
    const inner = pathOf(this.#path(), this.#key);
    this.#advance('value');
    this.#follow();
    if (Object.hasOwn(this.#sections, inner)) {
      this.#emit({ section: this.#path(), key: this.#key, value: opened });
      this.#open.push(inner);
      this.#state = 'opening';
    }
    return true;
  }

  #readValue(): boolean {
    const end = this.#follower.next(this.#text, this.#followed);
    if (end === -1) return this.#followedAll();
    const value = this.#parse(this.#text.slice(this.#at, end), this.#follower.keys);
    this.#at = end;
    this.#state = 'next';
    this.#emit({ section: this.#path(), key: this.#key, value });
    return true;
  }

  /** Reads as many members as the text holds. */
  #readMembers(): boolean {
    for (;;) {
      if (this.#followed === this.#at) this.#skipMembers();
      const end = this.#follower.next(this.#text, this.#followed);
      if (end === -1) {
        if (this.#members > this.#emitted) this.#emitMembers(this.#cut, this.#keysAtCut);
        return this.#followedAll();
      }
      this.#followed = end + 1;
      if (this.#text[end] === ',') {
        this.#members += 1;
        this.#cut = end;
        this.#keysAtCut = this.#follower.keys;
        if (this.#skip !== undefined && this.#members - this.#emitted === fewMembers)
          this.#emitMembers(end, this.#follower.keys);
        continue;
      }
      const isEmpty = this.#members === 0 && this.#text.slice(this.#at, end).trim() === '';
      if (!isEmpty) {
        this.#members += 1;
        this.#emitMembers(end, this.#follower.keys);
      }
      this.#at = end;
      if (this.#text[end] !== (this.#kind() === 'list' ? ']' : '}'))
        throw this.#fault('a wrong bracket closes it');
      return this.#close();
    }
  }

  #skipMembers(): void {
    const to = this.#skip?.(this.#path(), this.#text, this.#at) ?? this.#at;
    if (to === this.#at) return;
    this.#members += 1;
    this.#emitted += 1;
    this.#at = to;
    this.#followed = to;
  }

  #emitMembers(end: number, keys: number): void {
    const text = this.#text.slice(this.#at, end);
    const found = membersOf(text, {
      section: this.#path(),
      kind: this.#kind(),
      first: this.#emitted,
      count: this.#members - this.#emitted,
      keys: keys - this.#keysEmitted,
      at: this.#dropped + this.#at,
    });
    this.#emitted = this.#members;
    this.#keysEmitted = keys;
    this.#at = Math.min(end + 1, this.#text.length);
    for (const entry of found) this.#emit(entry);
  }

  #close(): boolean {
    this.#at += 1;
    this.#open.pop();
    this.#state = this.#open.length === 0 ? 'end' : 'next';
    return true;
  }

  #advance(state: State): true {
    this.#at += 1;
    this.#state = state;
    return true;
  }

  #follow(): void {
    this.#follower = new Follower();
    this.#followed = this.#at;
  }

  #followedAll(): false {
    this.#followed = this.#text.length;
    return false;
  }

  #path(): string {
    return this.#open.at(-1) ?? '';
  }

  #kind(): 'object' | 'list' {
    return this.#sections[this.#path()] ?? 'object';
  }

  #parse(text: string, keys: number): unknown {
    return parseJson(text, keys, { entry: this.#entry(), at: this.#dropped + this.#at });
  }

  #entry(): string {
    return this.#state === 'value' ? pathOf(this.#path(), this.#key) : this.#path();
  }

  #fault(reason: string): NotJson {
    return new NotJson(this.#entry(), this.#dropped + this.#at, reason);
  }
}
