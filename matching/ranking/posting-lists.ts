const FIRST_CHUNK = 8;
const LARGEST_CHUNK = 256;
/** A chunk's last bytes say where the next one begins. */
const LINK = 4;
/** A chunk lies in one page. Where pages are added nothing is copied, and little room is left empty. */
const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;

/** The documents that have a token, and how often: room that is used for one list after the other. */
export class Occurrences {
  #count = 0;
  #slots = new Uint32Array(1 << 10);
  #frequencies = new Uint8Array(1 << 10);

  empty(count: number): void {
    this.#count = count;
    if (count <= this.#slots.length) return;
    this.#slots = new Uint32Array(Math.ceil(1.25 * count));
    this.#frequencies = new Uint8Array(this.#slots.length);
  }

  get count(): number {
    return this.#count;
  }

  get slots(): Uint32Array {
    return this.#slots;
  }

  get frequencies(): Uint8Array {
    return this.#frequencies;
  }
}

/**
 * Many growing lists of documents' slots, each with how often the slot has a token, in pages of bytes. A slot is kept as
 * its distance from the one before, seven bits a byte, doubled: an odd number means that the frequency, a byte of its
 * own, follows, an even one that it is 1. A list is a chain of chunks, each twice as large as the one before; what does
 * not fit into one begins the next, after a 0 where there is room for it. After the in-memory postings of Lucene.
 */
export class PostingLists {
  readonly #pages: Uint8Array[] = [];
  #used = 0;
  readonly #first: number[] = [];
  readonly #counts: number[] = [];
  readonly #lastSlots: number[] = [];
  /** Where each list's next byte goes, where the room for it ends, and how large its chunk is. */
  readonly #next: number[] = [];
  readonly #ends: number[] = [];
  readonly #chunks: number[] = [];

  /** A new, empty list's number. */
  open(): number {
    const start = this.#claim(FIRST_CHUNK);
    this.#counts.push(0);
    this.#lastSlots.push(-1);
    this.#next.push(start);
    this.#ends.push(start + FIRST_CHUNK - LINK);
    this.#chunks.push(FIRST_CHUNK);
    return this.#first.push(start) - 1;
  }

  /** Slots are given in ascending order; `frequency` is from 1 to 255. */
  append(list: number, slot: number, frequency: number): void {
    const isOnce = frequency === 1;
    let rest = 2 * (slot - (this.#lastSlots[list] ?? -1)) + (isOnce ? 0 : 1);
    const length = Math.ceil((32 - Math.clz32(rest)) / 7) + (isOnce ? 0 : 1);
    const start = this.#roomFor(list, length);
    const page = this.#pageOf(start);
    let at = start & IN_PAGE;
    for (; rest > 127; rest >>>= 7) page[at++] = (rest & 127) | 128;
    page[at++] = rest;
    if (!isOnce) page[at] = frequency;
    this.#next[list] = start + length;
    this.#lastSlots[list] = slot;
    this.#counts[list] = (this.#counts[list] ?? 0) + 1;
  }

  /** Writes a list into `found`, in ascending order of slots. */
  read(list: number, found: Occurrences): void {
    const count = this.#counts[list] ?? 0;
    found.empty(count);
    const { slots, frequencies } = found;
    frequencies.fill(1, 0, count);
    const start = this.#first[list] ?? 0;
    let page = this.#pageOf(start);
    let at = start & IN_PAGE;
    let size = FIRST_CHUNK;
    let end = at + size - LINK;
    let slot = -1;
    for (let index = 0; index < count;) {
      let byte = at === end ? 0 : (page[at] ?? 0);
      if (byte === 0) {
        const next = linkAt(page, end);
        page = this.#pageOf(next);
        at = next & IN_PAGE;
        size = Math.min(LARGEST_CHUNK, 2 * size);
        end = at + size - LINK;
        continue;
      }
      at += 1;
      let rest = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = page[at] ?? 0;
        at += 1;
        rest |= (byte & 127) << shift;
      }
      slot += rest >>> 1;
      slots[index] = slot;
      if ((rest & 1) === 1) {
        frequencies[index] = page[at] ?? 0;
        at += 1;
      }
      index += 1;
    }
  }

  /** Where the next bytes of a list go, in a chunk that has room for them. */
  #roomFor(list: number, length: number): number {
    const at = this.#next[list] ?? 0;
    const end = this.#ends[list] ?? 0;
    if (at + length <= end) return at;
    const size = Math.min(LARGEST_CHUNK, 2 * (this.#chunks[list] ?? FIRST_CHUNK));
    const start = this.#claim(size);
    link(this.#pageOf(end), end & IN_PAGE, start);
    this.#chunks[list] = size;
    this.#ends[list] = start + size - LINK;
    return start;
  }

  #pageOf(at: number): Uint8Array {
    return this.#pages[at >>> PAGE_BITS] ?? NO_PAGE;
  }

  #claim(size: number): number {
    const isFull = this.#used + size > PAGE * this.#pages.length;
    if (isFull) this.#used = PAGE * (this.#pages.push(new Uint8Array(PAGE)) - 1);
    this.#used += size;
    return this.#used - size;
  }
}

const NO_PAGE = new Uint8Array();

function link(page: Uint8Array, at: number, next: number): void {
  for (let index = 0; index < LINK; index += 1) page[at + index] = next >>> (8 * index);
}

function linkAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}
