import { type Entry, NotAnObject, opened, type Sections } from './entries.ts';

/** The text is not JSON. `at` counts characters from the start of the text. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  readonly entry: string;
  constructor(entry: string, at: number, reason: string) {
    super(`${entry === '' ? 'document' : entry}: not JSON near character ${at}: ${reason}`);
    this.entry = entry;
  }
}

const space = /[\t\n\r ]*/y;
/** What may follow a string's opening quote up to its closing one. */
const string = /"(?:[^"\\]|\\[^])*"/y;
/** Inside a value: up to the next character that opens, closes or ends something. */
const plain = /[^"[\]{},]*/y;

type Awaited = 'object' | 'firstKey' | 'key' | 'colon' | 'value' | 'next' | 'end';

/**
 * Splits JSON text, given in pieces of any length, into the entries of a document. Only the brackets are followed
 * here; each value is parsed by JSON.parse, which is what decides whether it is JSON. Memory is that of one entry.
 */
export class EntryReader {
  readonly #sections: Sections;
  readonly #emit: (entry: Entry) => void;
  readonly #path: string[] = [];
  #awaited: Awaited = 'object';
  #text = '';
  /** Where reading goes on in `#text`. */
  #at = 0;
  /** Characters dropped before `#text`. */
  #dropped = 0;
  #key = '';
  /** Of a value that has begun: how many brackets are open, and up to where it was followed. */
  #depth = 0;
  #followed = 0;

  constructor(sections: Sections, emit: (entry: Entry) => void) {
    this.#sections = sections;
    this.#emit = emit;
  }

  /** @throws NotJson, NotAnObject, and whatever the receiver of the entries throws */
  push(text: string): void {
    this.#dropped += this.#at;
    this.#text = this.#text.slice(this.#at) + text;
    this.#followed -= this.#at;
    this.#at = 0;
    while (this.#step());
  }

  /** @throws NotJson when the document is not complete */
  end(): void {
    if (this.#awaited !== 'end') throw this.#fault('the text ends too early');
  }

  /** Goes one token on; false when more text is needed. */
  #step(): boolean {
    if (this.#awaited === 'value' && this.#followed > this.#at) return this.#value();
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = space.lastIndex;
    const next = this.#text[this.#at];
    if (next === undefined) return false;
    switch (this.#awaited) {
      case 'object':
        if (next !== '{') throw new NotAnObject(this.#path.length === 0 ? 'document' : this.#where());
        return this.#advance('firstKey');
      case 'firstKey':
      case 'key':
        if (next === '}' && this.#awaited === 'firstKey') return this.#close();
        return this.#readKey(next);
      case 'colon':
        if (next !== ':') throw this.#fault('a colon must follow the key');
        return this.#afterColon();
      case 'value':
        return this.#value();
      case 'next':
        if (next === ',') return this.#advance('key');
        if (next === '}') return this.#close();
        throw this.#fault('a comma or a closing brace must follow');
      case 'end':
        throw this.#fault('more text follows the document');
    }
  }

  #readKey(next: string): boolean {
    if (next !== '"') throw this.#fault('a key must be text in quotes');
    string.lastIndex = this.#at;
    if (!string.test(this.#text)) return false;
    const key: unknown = this.#parse(this.#text.slice(this.#at, string.lastIndex));
    this.#key = String(key);
    this.#at = string.lastIndex;
    this.#awaited = 'colon';
    return true;
  }

  #afterColon(): boolean {
    const inner = [...this.#path, this.#key].join('.');
    this.#advance('value');
    this.#depth = 0;
    this.#followed = this.#at;
    if (this.#sections.has(inner)) {
      this.#emit({ section: this.#path.join('.'), key: this.#key, value: opened });
      this.#path.push(this.#key);
      this.#awaited = 'object';
    }
    return true;
  }

  /** Follows a value to its end; it is over at the first comma or closing brace outside its own brackets. */
  #value(): boolean {
    let at = Math.max(this.#followed, this.#at);
    for (;;) {
      plain.lastIndex = at;
      plain.test(this.#text);
      at = plain.lastIndex;
      const next = this.#text[at];
      if (next === undefined) break;
      if (next === '"') {
        string.lastIndex = at;
        if (!string.test(this.#text)) break;
        at = string.lastIndex;
        continue;
      }
      if ((next === ',' || next === '}' || next === ']') && this.#depth === 0) return this.#emitValue(at);
      if (next === '[' || next === '{') this.#depth += 1;
      else if (next !== ',') this.#depth -= 1;
      at += 1;
    }
    this.#followed = at;
    return false;
  }

  #emitValue(end: number): boolean {
    const value = this.#parse(this.#text.slice(this.#at, end));
    this.#at = end;
    this.#awaited = 'next';
    this.#emit({ section: this.#path.join('.'), key: this.#key, value });
    return true;
  }

  #close(): boolean {
    this.#at += 1;
    this.#awaited = this.#path.length === 0 ? 'end' : 'next';
    this.#path.pop();
    return true;
  }

  #advance(awaited: Awaited): boolean {
    this.#at += 1;
    this.#awaited = awaited;
    return true;
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw this.#fault(error instanceof Error ? error.message : String(error));
    }
  }

  #where(): string {
    return this.#path.join('.');
  }

  #fault(reason: string): NotJson {
    const entry = this.#awaited === 'value' ? [...this.#path, this.#key].join('.') : this.#where();
    return new NotJson(entry, this.#dropped + this.#at, reason);
  }
}
