const FIRST_CHUNK = 8;
const LARGEST_CHUNK = 256;
/** A chunk's last bytes say where the next one begins. */
const LINK = 4;

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
 * Many growing lists of documents' slots, each with how often the slot has a token, in one array of bytes. A slot is
 * kept as its distance from the one before, seven bits a byte, doubled: an odd number means that the frequency, a byte
 * of its own, follows, an even one that it is 1. A list is a chain of chunks, each twice as large as the one before.
 * After the in-memory postings of Lucene.
 */
export class PostingLists {
  #bytes = new Uint8Array(1 << 12);
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
    let rest = 2 * (slot - (this.#lastSlots[list] ?? -1)) + (frequency === 1 ? 0 : 1);
    for (; rest > 127; rest >>>= 7) this.#push(list, (rest & 127) | 128);
    this.#push(list, rest);
    if (frequency !== 1) this.#push(list, frequency);
    this.#lastSlots[list] = slot;
    this.#counts[list] = (this.#counts[list] ?? 0) + 1;
  }

  /** Writes a list into `found`, in ascending order of slots. */
  read(list: number, found: Occurrences): void {
    const count = this.#counts[list] ?? 0;
    found.empty(count);
    const { slots, frequencies } = found;
    const bytes = this.#bytes;
    let at = this.#first[list] ?? 0;
    let size = FIRST_CHUNK;
    let end = at + size - LINK;
    let slot = -1;
    for (let index = 0; index < count; index += 1) {
      let [distance, shift, byte] = [0, 0, 0];
      do {
        if (at === end) follow();
        byte = bytes[at] ?? 0;
        at += 1;
        distance |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      slot += distance >>> 1;
      slots[index] = slot;
      if ((distance & 1) === 0) {
        frequencies[index] = 1;
        continue;
      }
      if (at === end) follow();
      frequencies[index] = bytes[at] ?? 0;
      at += 1;
    }

    function follow(): void {
      at = linkAt(bytes, end);
      size = Math.min(LARGEST_CHUNK, 2 * size);
      end = at + size - LINK;
    }
  }

  #push(list: number, byte: number): void {
    let at = this.#next[list] ?? 0;
    const end = this.#ends[list] ?? 0;
    if (at === end) {
      const size = Math.min(LARGEST_CHUNK, 2 * (this.#chunks[list] ?? FIRST_CHUNK));
      at = this.#claim(size);
      for (let index = 0; index < LINK; index += 1) this.#bytes[end + index] = at >>> (8 * index);
      this.#chunks[list] = size;
      this.#ends[list] = at + size - LINK;
    }
    this.#bytes[at] = byte;
    this.#next[list] = at + 1;
  }

  #claim(size: number): number {
    const start = this.#used;
    this.#used += size;
    if (this.#used > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#used, Math.ceil(1.25 * this.#bytes.length)));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return start;
  }
}

function linkAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}
