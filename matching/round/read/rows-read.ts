import { Growing } from './growing.ts';
import type { Rows } from './lists.ts';

/** Rows in the order read: `owner[r]` has row r. */
export class RowsRead {
  readonly owner = new Growing();
  readonly start = new Growing();
  readonly items = new Growing();
  /** Pairs `from, to` (exclusive) of places in `items`. */
  readonly ties = new Growing();

  begin(owner: number, start = this.items.length): void {
    this.owner.push(owner);
    this.start.push(start);
  }

  /** What was added to the items from a place on is a tie. */
  tie(from: number): void {
    this.ties.push(from);
    this.ties.push(this.items.length);
  }

  /** The rows in the order of their owners' ids, with the items numbered anew. */
  inOrder(ownerRank: Uint32Array, itemRank: Uint32Array): { rows: Rows; ties: Uint32Array } {
    const [owner, begin, given] = [this.owner.items, this.start.items, this.items.items];
    const start = new Uint32Array(ownerRank.length + 1);
    const lengthOf = (row: number): number => (begin[row + 1] ?? given.length) - (begin[row] ?? 0);
    for (let row = 0; row < owner.length; row += 1) {
      start[(ownerRank[owner[row] ?? 0] ?? 0) + 1] = lengthOf(row);
    }
    for (let at = 1; at < start.length; at += 1) start[at] = (start[at] ?? 0) + (start[at - 1] ?? 0);
    const items = new Uint32Array(given.length);
    const movedTo = new Uint32Array(owner.length);
    for (let row = 0; row < owner.length; row += 1) {
      const to = start[ownerRank[owner[row] ?? 0] ?? 0] ?? 0;
      movedTo[row] = to;
      const [from, length] = [begin[row] ?? 0, lengthOf(row)];
      for (let i = 0; i < length; i += 1) items[to + i] = itemRank[given[from + i] ?? 0] ?? 0;
    }
    return { rows: { start, items }, ties: this.#movedTies(movedTo) };
  }

  /** @param movedTo where each row begins now */
  #movedTies(movedTo: Uint32Array): Uint32Array {
    const [start, ties] = [this.start.items, this.ties.items];
    const pairs: [number, number][] = [];
    let row = 0;
    for (let i = 0; i < ties.length; i += 2) {
      const [from = 0, to = 0] = [ties[i], ties[i + 1]];
      while (row + 1 < movedTo.length && (start[row + 1] ?? 0) <= from) row += 1;
      const shift = (movedTo[row] ?? 0) - (start[row] ?? 0);
      pairs.push([from + shift, to + shift]);
    }
    return Uint32Array.from(pairs.toSorted(([a], [b]) => a - b).flat());
  }
}
