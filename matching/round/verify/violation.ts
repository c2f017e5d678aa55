/** What is wrong with a result, one entry a fault. */
export type Violation =
  | { readonly violation: 'unreadableResult'; readonly entry: string }
  | { readonly violation: 'wrongSnapshot'; readonly stated: string; readonly found: string }
  | AssignmentViolation
  | FigureViolation
  | { readonly violation: 'blockingPair'; readonly student: string; readonly posting: string }
  /** The certificate gives another reason for a missed choice than the one that holds, or none. */
  | { readonly violation: 'wrongReason'; readonly student: string; readonly posting: string }
  /** Students at these postings could move to one another's and no posting would mind. */
  | { readonly violation: 'improvementCycle'; readonly postings: readonly string[] }
  /** With ties drawn and nothing else, the student would have had something better. */
  | { readonly violation: 'worseThanDrawn'; readonly student: string }
  /** The postings could all have students whom they rank higher, in another stable result. */
  | { readonly violation: 'notPostingsBest' };

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
    }
  | {
      readonly violation: 'overGroup';
      readonly group: string;
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
  | { readonly violation: 'wrongUnique'; readonly stated: boolean }
  | { readonly violation: 'wrongTransfer'; readonly posting: string }
  | { readonly violation: 'wrongCertificate'; readonly posting: string }
  | { readonly violation: 'wrongGroup'; readonly group: string };
