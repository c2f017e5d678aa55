import { Growing } from './growing.ts';

/** What a slot holds of a text: one above its number, 0 where there is none; its hash; where its code units stand. */
const [FIELDS, NUMBER, HASH, BEGIN, LENGTH] = [4, 0, 1, 2, 3];

/** Texts by how they are spelled, counted from 0 as they are first met: no string is made of one that is known. */
export class Spellings {
  #codes = new Uint16Array(1 << 12);
  /** Where each text ends among the code units, by its number. */
  readonly #ends = new Growing();
  /** A text stands in the slot that its hash names, or in the next free one. */
  #slots = new Int32Array((1 << 11) * FIELDS);

  /** @param spelled the hash of the code units from `from` to `to`: `noHash`, with each of them in turn */
  numberOf(text: Uint16Array, from: number, to: number, spelled: number): number {
    const mixed = Math.imul(spelled ^ (spelled >>> 15), 0x2c1b3c6d);
    const hash = mixed ^ (mixed >>> 13);
    const slots = this.#slots;
    const last = slots.length / FIELDS - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const at = slot * FIELDS;
      const number = (slots[at + NUMBER] ?? 0) - 1;
      if (number === -1) return this.#add(text.subarray(from, to), hash, at);
      if (slots[at + HASH] !== hash || slots[at + LENGTH] !== to - from) continue;
      if (this.#isAt(slots[at + BEGIN] ?? 0, text, from, to)) return number;
    }
  }

  textOf(number: number): string {
    return textOf(this.#codes.subarray(this.#beginOf(number), this.#ends.get(number)));
  }

  /** Every text. */
  all(): string[] {
    const count = this.#ends.length;
    const all = textOf(this.#codes.subarray(0, this.#beginOf(count)));
    return Array.from({ length: count }, (_, number) =>
      all.slice(this.#beginOf(number), this.#ends.get(number)),
    );
  }

  #beginOf(number: number): number {
    return number === 0 ? 0 : this.#ends.get(number - 1);
  }

  #isAt(begin: number, text: Uint16Array, from: number, to: number): boolean {
    const codes = this.#codes;
    for (let i = 0; i < to - from; i += 1) if (codes[begin + i] !== text[from + i]) return false;
    return true;
  }

  #add(spelling: Uint16Array, hash: number, at: number): number {
    const number = this.#ends.length;
    const begin = this.#beginOf(number);
    const end = begin + spelling.length;
    while (end > this.#codes.length) {
      const larger = new Uint16Array(this.#codes.length * 2);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    this.#codes.set(spelling, begin);
    this.#ends.push(end);
    this.#slots.set([number + 1, hash, begin, spelling.length], at);
    if ((number + 1) * 2 * FIELDS > this.#slots.length) this.#spread();
    return number;
  }

  #spread(): void {
    const given = this.#slots;
    const slots = new Int32Array(given.length * 2);
    const last = slots.length / FIELDS - 1;
    for (let from = 0; from < given.length; from += FIELDS) {
      if (given[from + NUMBER] === 0) continue;
      let slot = (given[from + HASH] ?? 0) & last;
      while (slots[slot * FIELDS + NUMBER] !== 0) slot = (slot + 1) & last;
      for (let field = 0; field < FIELDS; field += 1) slots[slot * FIELDS + field] = given[from + field] ?? 0;
    }
    this.#slots = slots;
  }
}

/** In pieces: a call cannot take as many arguments as a text can be long. */
function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += 8192)
    text += Reflect.apply(String.fromCharCode, undefined, codes.subarray(at, at + 8192));
  return text;
}

/** FNV-1a, over code units one by one. */
export const noHash = 0x811c9dc5 | 0;
export const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
