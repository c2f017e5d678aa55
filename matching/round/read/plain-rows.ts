import type { IdTable } from './id-table.ts';
import type { RowsRead } from './rows-read.ts';
import { hashWith, noHash } from './spellings.ts';

const [quote, backslash, comma, opening, closing] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d];
const [zero, nine] = [0x30, 0x39];
const NONE = -1;
const encoder = new TextEncoder();

/** Stands for a whole number in a form. */
export const NUMBER = '';

/** How an entry is written behind its key. */
export interface Form {
  readonly beforeList: readonly string[];
  readonly behindList: readonly string[];
  /** Whether lists may stand in the list. */
  readonly mayTie: boolean;
  /** Is told of each entry, with the number that stands in it. */
  readonly take: (owner: number, number: number) => void;
}

/**
 * Reads entries of students or postings as nearly all are written: ids without an escape, each of them once in its
 * list. They are entered as they are met, and no string is made for an id that is known, which is several times faster
 * than JSON.parse. What is written otherwise, and whatever is at fault, is left to others.
 */
export class PlainRows {
  readonly #rows: RowsRead;
  readonly #owners: IdTable;
  readonly #items: IdTable;
  readonly #form: Form;
  /** The code units of a text; behind its end one that stands nowhere in JSON. */
  #codes = new Uint16Array(1);
  #text = '';
  #at = 0;
  #number = 0;

  constructor(rows: RowsRead, { owners, items }: { owners: IdTable; items: IdTable }, form: Form) {
    this.#rows = rows;
    this.#owners = owners;
    this.#items = items;
    this.#form = form;
  }

  /** Reads entries from `from` on, each with the comma behind it; where the first begins that was not read. */
  read(text: string, from: number): number {
    this.#open(text);
    const { items, ties } = this.#rows;
    for (let at = from; ; at = this.#at) {
      const [start, tied] = [items.length, ties.length];
      this.#at = at;
      const owner = this.#readEntry();
      if (owner === NONE || !this.#owners.declare(owner)) {
        items.shorten(start);
        ties.shorten(tied);
        return at;
      }
      this.#rows.begin(owner, start);
      this.#form.take(owner, this.#number);
    }
  }

  #open(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    const { length } = text;
    if (this.#codes.length <= length) this.#codes = new Uint16Array(length * 2);
    const codes = this.#codes;
    const bytes = encoder.encode(text);
    // as many bytes as code units: all are ASCII, and copied at once
    if (bytes.length === length) codes.set(bytes);
    else for (let at = 0; at < length; at += 1) codes[at] = text.charCodeAt(at);
    codes[length] = 0;
  }

  #readEntry(): number {
    const { beforeList, behindList, mayTie } = this.#form;
    if (this.#next() !== quote) return NONE;
    const owner = this.#readId(this.#owners);
    if (owner === NONE || !this.#passes(beforeList)) return NONE;
    this.#items.beginList();
    return this.#readList(mayTie) && this.#passes(behindList) ? owner : NONE;
  }

  /** The next code that is no space. */
  #next(): number {
    const codes = this.#codes;
    let at = this.#at;
    for (;;) {
      const code = codes[at] ?? 0;
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) {
        this.#at = at;
        return code;
      }
      at += 1;
    }
  }

  #passes(tokens: readonly string[]): boolean {
    for (const token of tokens) {
      this.#next();
      if (token === NUMBER) {
        if (!this.#readNumber()) return false;
        continue;
      }
      for (let i = 0; i < token.length; i += 1) {
        if (this.#codes[this.#at + i] !== token.charCodeAt(i)) return false;
      }
      this.#at += token.length;
    }
    return true;
  }

  #readNumber(): boolean {
    const from = this.#at;
    this.#number = 0;
    for (let code = this.#codes[from] ?? 0; code >= zero && code <= nine; code = this.#codes[this.#at] ?? 0) {
      this.#number = this.#number * 10 + code - zero;
      this.#at += 1;
    }
    const digits = this.#at - from;
    // more may not be exact; and none begins with a zero but zero
    return digits > 0 && digits < 16 && (digits === 1 || this.#codes[from] !== zero);
  }

  #readList(mayTie: boolean): boolean {
    if (this.#next() !== opening) return false;
    this.#at += 1;
    for (let code = this.#next(); code !== closing; code = this.#next()) {
      if (code === quote) {
        const number = this.#readId(this.#items);
        if (number === NONE || !this.#items.enter(number)) return false;
        this.#rows.items.push(number);
      } else if (!mayTie || !this.#readTie()) return false;
      const behind = this.#next();
      if (behind === closing) break;
      if (behind !== comma) return false;
      this.#at += 1;
      if (this.#next() === closing) return false;
    }
    this.#at += 1;
    return true;
  }

  #readTie(): boolean {
    const { items } = this.#rows;
    const first = items.length;
    if (!this.#readList(false) || items.length === first) return false;
    this.#rows.tie(first);
    return true;
  }

  /** The number of the id whose quote is next. */
  #readId(table: IdTable): number {
    const codes = this.#codes;
    const from = this.#at + 1;
    let at = from;
    let hash = noHash;
    for (;;) {
      const code = codes[at] ?? 0;
      if (code === quote) break;
      if (code < 0x20 || code === backslash || (code >= 0xd800 && code <= 0xdfff)) return NONE;
      hash = hashWith(hash, code);
      at += 1;
    }
    this.#at = at + 1;
    return table.spelledAt(codes, from, at, hash);
  }
}
