const FIRST_CHUNK = 4;
const LARGEST_CHUNK = 1024;

/**
 * Many growing lists of 32-bit numbers in one typed array. A list is a chain of chunks, each twice as large as the one
 * before; the last cell of a chunk says where the next one begins.
 */
export class PostingLists {
  #cells = new Uint32Array(1 << 12);
  #used = 0;
  readonly #first: number[] = [];
  readonly #counts: number[] = [];
  /** Where each list's next number goes, and the cell at which its chunk ends. */
  readonly #next: number[] = [];
  readonly #end: number[] = [];
  readonly #chunk: number[] = [];

  /** A new, empty list's number. */
  open(): number {
    const start = this.#claim(FIRST_CHUNK);
    this.#counts.push(0);
    this.#next.push(start);
    this.#end.push(start + FIRST_CHUNK - 1);
    this.#chunk.push(FIRST_CHUNK);
    return this.#first.push(start) - 1;
  }

  append(list: number, value: number): void {
    let at = this.#next[list] ?? 0;
    const end = this.#end[list] ?? 0;
    if (at === end) {
      const size = Math.min(LARGEST_CHUNK, 2 * (this.#chunk[list] ?? FIRST_CHUNK));
      at = this.#claim(size);
      this.#cells[end] = at;
      this.#chunk[list] = size;
      this.#end[list] = at + size - 1;
    }
    this.#cells[at] = value;
    this.#next[list] = at + 1;
    this.#counts[list] = (this.#counts[list] ?? 0) + 1;
  }

  each(list: number, visit: (value: number) => void): void {
    const cells = this.#cells;
    let [at, size, left] = [this.#first[list] ?? 0, FIRST_CHUNK, this.#counts[list] ?? 0];
    while (left > 0) {
      const end = at + Math.min(left, size - 1);
      left -= end - at;
      for (; at < end; at += 1) visit(cells[at] ?? 0);
      at = cells[at] ?? 0;
      size = Math.min(LARGEST_CHUNK, 2 * size);
    }
  }

  #claim(size: number): number {
    const start = this.#used;
    this.#used += size;
    if (this.#used > this.#cells.length) {
      const larger = new Uint32Array(Math.max(this.#used, Math.ceil(1.5 * this.#cells.length)));
      larger.set(this.#cells);
      this.#cells = larger;
    }
    return start;
  }
}
