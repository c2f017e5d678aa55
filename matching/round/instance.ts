/** What a round is asked: rank lists of both sides, best first, and seats. The order of keys means nothing. */
export interface Instance {
  readonly students: Readonly<Record<string, readonly string[]>>;
  readonly postings: Readonly<Record<string, PostingEntry>>;
  /** Of the lottery that breaks ties; empty text when absent. */
  readonly seed?: string;
  readonly groups?: Readonly<Record<string, Group>>;
  readonly reserves?: Readonly<Record<string, Reserve>>;
  /** From a posting to the one that gets the seats it cannot fill. */
  readonly transfers?: Readonly<Record<string, string>>;
}

export interface PostingEntry {
  /** Seats, a whole number from 0. */
  readonly capacity: number;
  readonly ranking: readonly Ranked[];
}

/** A student, or several whom a posting ranks equally. */
export type Ranked = string | readonly string[];

/** Postings that share a seat limit. Two groups are nested or have no posting in common. */
export interface Group {
  readonly capacity: number;
  readonly postings: readonly string[];
}

/** Seats of a posting that go first to the named students; soft: what these leave is open to everyone. */
export interface Reserve {
  readonly posting: string;
  readonly seats: number;
  readonly students: readonly string[];
}
