/** The algorithm and its version; a change that could change one byte of a result gets a new number. */
export const ENGINE = 'deferred-acceptance/2';

/** What a round answers. All lists are sorted by id, so equal instances give equal results. */
export interface MatchResult {
  readonly engine: typeof ENGINE;
  /** `sha256:` and the hash of the instance's canonical JSON (RFC 8785). */
  readonly snapshot: string;
  readonly proposing: 'students' | 'postings';
  /** Every student of the instance, to a posting or null. */
  readonly assignment: Assignment;
  readonly unmatched: readonly string[];
  /** Posting to seats left open; only postings that have some. */
  readonly unfilledSeats: Readonly<Record<string, number>>;
  /** Place in the student's own full list ("1" is the first choice) to how many students got it. */
  readonly rankHistogram: Readonly<Record<string, number>>;
  /** Whether no other stable result exists; with groups or reserves, of those with ties broken as they were. */
  readonly uniqueStable: boolean;
  /** Posting to the seats it could not fill and gave to the one that its transfer names. */
  readonly transferred: Readonly<Record<string, number>>;
  readonly ignored: readonly OneSided[];
  readonly certificate: Certificate;
}

export type Assignment = Readonly<Record<string, string | null>>;

/** An entry that only one side listed: it cannot lead to a match and is left out, not refused. */
export interface OneSided {
  readonly student: string;
  readonly posting: string;
  readonly listedBy: 'student' | 'posting';
}

/** Enough to justify every missed choice without running the solver again. */
export interface Certificate {
  readonly postings: Readonly<Record<string, PostingCertificate>>;
  readonly groups: Readonly<Record<string, GroupCertificate>>;
  /** Student to each choice above the assigned one to why it was missed; only students who missed one. */
  readonly students: Readonly<Record<string, Readonly<Record<string, MissedReason>>>>;
}

export interface PostingCertificate {
  /** After transfers. */
  readonly seats: number;
  readonly admitted: number;
  /** Place, from 1, in the posting's full ranking of its last admitted student; a tie has the place of its first. */
  readonly lastPlace: number | null;
}

export interface GroupCertificate {
  readonly seats: number;
  readonly admitted: number;
}

/**
 * A number: the posting is full, and this is the place of the last student admitted to a seat that no reserve keeps.
 * `reserved`: it is full, and reserves keep every seat. `noSeats`: there was none to begin with.
 */
export type MissedReason = number | 'notRanked' | 'noSeats' | 'reserved' | { readonly group: string };
