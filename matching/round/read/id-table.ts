import { byId } from '../order.ts';

/** Ids to numbers, in the order in which they are first met; a choice may name an id before its own entry is read. */
export class IdTable {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #declared: boolean[] = [];
  /** The last row in which a number stood. */
  readonly #lastRow: number[] = [];

  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#ids.push(id) - 1;
    this.#numbers.set(id, number);
    this.#declared.push(false);
    this.#lastRow.push(-1);
    return number;
  }

  /** False when the id has had its entry before. */
  declare(number: number): boolean {
    if (this.#declared[number]) return false;
    this.#declared[number] = true;
    return true;
  }

  isDeclared(number: number): boolean {
    return this.#declared[number] ?? false;
  }

  has(id: string): boolean {
    const number = this.#numbers.get(id);
    return number !== undefined && this.isDeclared(number);
  }

  /** False when the number stands in this row already. */
  enter(number: number, row: number): boolean {
    if (this.#lastRow[number] === row) return false;
    this.#lastRow[number] = row;
    return true;
  }

  idOf(number: number): string {
    return this.#ids[number] ?? '';
  }

  /** The ids in their order, and for each first-met number its number in that order. */
  sorted(): { ids: readonly string[]; rank: Uint32Array } {
    const ids = this.#ids.toSorted(byId);
    const rank = new Uint32Array(ids.length);
    for (const [index, id] of ids.entries()) rank[this.#numbers.get(id) ?? 0] = index;
    return { ids, rank };
  }
}
