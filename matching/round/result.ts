/** The algorithm and its version; a change that could change one byte of a result gets a new number. */
export const ENGINE = 'deferred-acceptance/1';

/** What a round answers. All lists are sorted by id, so equal instances give equal results. */
export interface MatchResult {
  readonly engine: typeof ENGINE;
  /** Every student of the instance, to a posting or null. */
  readonly assignment: Assignment;
  readonly unmatched: readonly string[];
  /** Posting to seats left open; only postings that have some. */
  readonly unfilledSeats: Readonly<Record<string, number>>;
  /** Place in the student's own full list ("1" is the first choice) to how many students got it. */
  readonly rankHistogram: Readonly<Record<string, number>>;
  readonly ignored: readonly OneSided[];
  /** One line a posting, enough to justify every missed choice without running the solver again. */
  readonly certificate: Readonly<Record<string, PostingCertificate>>;
}

export type Assignment = Readonly<Record<string, string | null>>;

/** An entry that only one side listed: it cannot lead to a match and is left out, not refused. */
export interface OneSided {
  readonly student: string;
  readonly posting: string;
  readonly listedBy: 'student' | 'posting';
}

export interface PostingCertificate {
  readonly seats: number;
  readonly admitted: number;
  /** Place in the posting's own full ranking of its last admitted applicant, from 1; null when none. */
  readonly lastPlace: number | null;
}
