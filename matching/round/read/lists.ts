/** No number: of a student, a posting or a place in a list. */
export const NONE = 0xffff_ffff;

/** Rows of numbers, one after another: row r is `items[start[r]] … items[start[r + 1] - 1]`. */
export interface Rows {
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

/** An instance as numbers. Students and postings are counted in the order of their ids. */
export interface Lists {
  readonly studentIds: readonly string[];
  readonly postingIds: readonly string[];
  readonly seats: Float64Array;
  /** A row a student: postings, best first. */
  readonly choices: Rows;
  /** A row a posting: students, best first; the members of a tie stand together, in the order given. */
  readonly rankings: Rows;
  /** Ties as pairs `from, to` (exclusive) of places in `rankings.items`, ascending. */
  readonly ties: Uint32Array;
  readonly groups: readonly NumberedGroup[];
  readonly reserves: readonly NumberedReserve[];
  readonly transfers: readonly (readonly [from: number, to: number])[];
  readonly seed: string;
  /** The members of the document besides students and postings, as they were given. */
  readonly others: Readonly<Record<string, unknown>>;
}

export interface NumberedGroup {
  readonly id: string;
  readonly capacity: number;
  readonly postings: readonly number[];
}

export interface NumberedReserve {
  readonly id: string;
  readonly posting: number;
  readonly seats: number;
  readonly students: readonly number[];
}
