/** What is wrong with a result, one entry a fault. */
export type Violation =
  | { readonly violation: 'unreadableResult'; readonly entry: string }
  | AssignmentViolation
  | FigureViolation
  | { readonly violation: 'blockingPair'; readonly student: string; readonly posting: string }
  /** The posting's certificate, as stated, does not explain why the student missed this choice. */
  | { readonly violation: 'uncertifiedMiss'; readonly student: string; readonly posting: string };

/** The assignment is not one that the instance allows. */
export type AssignmentViolation =
  | { readonly violation: 'unknownStudent'; readonly student: string }
  | { readonly violation: 'missingStudent'; readonly student: string }
  | { readonly violation: 'unknownPosting'; readonly student: string; readonly posting: string }
  | {
      readonly violation: 'unacceptablePair';
      readonly student: string;
      readonly posting: string;
      readonly notListedBy: 'student' | 'posting';
    }
  | {
      readonly violation: 'overCapacity';
      readonly posting: string;
      readonly seats: number;
      readonly admitted: number;
    };

/** A stated figure differs from what the instance and the assignment say. */
export type FigureViolation =
  | { readonly violation: 'wrongUnmatched'; readonly student: string }
  | {
      readonly violation: 'wrongUnfilledSeats';
      readonly posting: string;
      readonly stated: number;
      readonly found: number;
    }
  | {
      readonly violation: 'wrongHistogram';
      readonly rank: string;
      readonly stated: number;
      readonly found: number;
    }
  | { readonly violation: 'wrongIgnored'; readonly student: string; readonly posting: string }
  | { readonly violation: 'wrongCertificate'; readonly posting: string };
