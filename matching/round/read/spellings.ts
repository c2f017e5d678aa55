/** Of each text its hash, and where it begins and ends among the code units of all. */
const [FIELDS, HASH, BEGIN, END] = [4, 0, 1, 2];

/** Texts by how they are spelled, counted from 0 as they are first met: no string is made of one that is known. */
export class Spellings {
  #codes = new Uint16Array(1 << 12);
  #length = 0;
  #texts = new Int32Array(1 << 12);
  #count = 0;
  /** One above a number, from the slot on that its hash names; 0 where there is none. */
  #slots = new Int32Array(1 << 11);

  /** @param spelled the hash of the code units from `from` to `to`: `noHash`, with each of them in turn */
  numberOf(text: Uint16Array, from: number, to: number, spelled: number): number {
    const mixed = Math.imul(spelled ^ (spelled >>> 15), 0x2c1b3c6d);
    const hash = mixed ^ (mixed >>> 13);
    const [texts, last] = [this.#texts, this.#slots.length - 1];
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number === -1) return this.#add(text.subarray(from, to), hash, slot);
      const at = number * FIELDS;
      if (texts[at + HASH] !== hash) continue;
      const begin = texts[at + BEGIN] ?? 0;
      if ((texts[at + END] ?? 0) - begin === to - from && this.#isAt(begin, text, from, to)) return number;
    }
  }

  textOf(number: number): string {
    const at = number * FIELDS;
    return textOf(this.#codes.subarray(this.#texts[at + BEGIN], this.#texts[at + END]));
  }

  /** Every text. */
  all(): string[] {
    const all = textOf(this.#codes.subarray(0, this.#length));
    return Array.from({ length: this.#count }, (_, number) =>
      all.slice(this.#texts[number * FIELDS + BEGIN], this.#texts[number * FIELDS + END]),
    );
  }

  #isAt(begin: number, text: Uint16Array, from: number, to: number): boolean {
    const codes = this.#codes;
    for (let i = 0; i < to - from; i += 1) if (codes[begin + i] !== text[from + i]) return false;
    return true;
  }

  #add(spelling: Uint16Array, hash: number, slot: number): number {
    const [number, begin] = [this.#count, this.#length];
    const end = begin + spelling.length;
    while (end > this.#codes.length)
      this.#codes = copied(this.#codes, new Uint16Array(this.#codes.length * 2));
    this.#codes.set(spelling, begin);
    this.#length = end;
    if (number * FIELDS === this.#texts.length)
      this.#texts = copied(this.#texts, new Int32Array(this.#texts.length * 2));
    this.#texts.set([hash, begin, end], number * FIELDS);
    this.#count += 1;
    this.#slots[slot] = this.#count;
    if (this.#count * 2 > this.#slots.length) this.#spread();
    return number;
  }

  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const last = slots.length - 1;
    for (let number = 0; number < this.#count; number += 1) {
      let slot = (this.#texts[number * FIELDS + HASH] ?? 0) & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

function copied<T extends Int32Array | Uint16Array>(from: T, into: T): T {
  into.set(from);
  return into;
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
