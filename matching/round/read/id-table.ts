import { byId } from '../order.ts';
import { Growing } from './growing.ts';
import { hashWith, noHash, Spellings } from './spellings.ts';

/** Ids to numbers, in the order in which they are first met; a choice may name an id before its own entry is read. */
export class IdTable {
  readonly #spellings = new Spellings();
  /** Of ids that came as strings: these keep their hash, so that a map is faster for them. */
  readonly #numbers = new Map<string, number>();
  readonly #declared = new Growing();
  /** The last list in which a number stood; lists are counted from 1. */
  readonly #lastList = new Growing();
  #list = 0;

  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const codes = new Uint16Array(id.length);
    let hash = noHash;
    for (let at = 0; at < id.length; at += 1) {
      const code = id.charCodeAt(at);
      codes[at] = code;
      hash = hashWith(hash, code);
    }
    const number = this.#spellings.numberOf(codes, 0, codes.length, hash);
    this.#numbers.set(id, number);
    return number;
  }

  /** The number of an id that stands in a text of code units. */
  spelledAt(codes: Uint16Array, from: number, to: number, hash: number): number {
    return this.#spellings.numberOf(codes, from, to, hash);
  }

  /** False when the id has had its entry before. */
  declare(number: number): boolean {
    if (this.isDeclared(number)) return false;
    this.#declared.set(number, 1);
    return true;
  }

  isDeclared(number: number): boolean {
    return this.#declared.get(number) === 1;
  }

  /** The number of an id that has its entry. */
  declaredNumberOf(id: string): number | undefined {
    const number = this.numberOf(id);
    return this.isDeclared(number) ? number : undefined;
  }

  /** A list begins, in which each id may stand once. */
  beginList(): void {
    this.#list += 1;
  }

  /** False when the number stands in the list already. */
  enter(number: number): boolean {
    if (this.#lastList.get(number) === this.#list) return false;
    this.#lastList.set(number, this.#list);
    return true;
  }

  idOf(number: number): string {
    return this.#spellings.textOf(number);
  }

  /** The ids in their order, and for each first-met number its number in that order. */
  sorted(): { ids: readonly string[]; rank: Uint32Array } {
    const ids = this.#spellings.all();
    const order = Uint32Array.from(ids.keys());
    // most programs write ids in their order
    const isSorted = ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id);
    if (!isSorted) order.sort((a, b) => byId(ids[a] ?? '', ids[b] ?? ''));
    const rank = new Uint32Array(order.length);
    for (const [index, number] of order.entries()) rank[number] = index;
    return { ids: Array.from(order, (number) => ids[number] ?? ''), rank };
  }
}
