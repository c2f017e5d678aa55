import type { Instance } from './instance.ts';
import { own } from './lookup.ts';
import { openSeats } from './open-seats.ts';
import type { MatchResult, MissedReason } from './result.ts';

/**
 * What became of one choice. Nothing in it tells who another person is, where a posting ranked anybody, or whether a
 * tie decided: a student who learned the place of the last admitted, or that somebody was ranked equally, could work
 * out with others where the posting ranked each of them. Seats are public anyway.
 */
export type ChoiceOutcome =
  | { readonly posting: string; readonly rank: number; readonly outcome: 'assigned' }
  | { readonly posting: string; readonly rank: number; readonly outcome: 'noSeats' }
  | { readonly posting: string; readonly rank: number; readonly outcome: 'notRankedByPosting' }
  | {
      readonly posting: string;
      readonly rank: number;
      /**
       * Every seat went to someone whom the posting ranked higher, or equally with a better lottery number.
       * `fullWithHigherOrReserved` is said of every posting that has a reserve, whether or not one of its students
       * came in: which seats they took would tell who ranks below. With `groupFull` all seats that the company
       * shares between postings went to those who came first there.
       */
      readonly outcome: 'fullWithHigherRanked' | 'fullWithHigherOrReserved' | 'groupFull';
      readonly seats: number;
    }
  /** Not reached: a better choice was granted. */
  | { readonly posting: string; readonly rank: number; readonly outcome: 'belowAssigned' };

export interface Explanation {
  readonly student: string;
  readonly assigned: string | null;
  /** The student's choices in their own order; `rank` counts from 1. */
  readonly choices: readonly ChoiceOutcome[];
  /** For who is unmatched: postings with open seats besides the listed ones, which had none for the student. */
  readonly stillOpen: readonly string[];
}

/**
 * Why a student got what they got, choice by choice.
 * @throws RangeError when the student is not in the round
 */
export function explain(instance: Instance, result: MatchResult, student: string): Explanation {
  const list = own(instance.students, student);
  if (list === undefined) throw new RangeError(`student "${student}" is not in this round`);
  const assigned = own(result.assignment, student) ?? null;
  const assignedRank = assigned === null ? Infinity : list.indexOf(assigned) + 1;
  const reasons = own(result.certificate.students, student) ?? {};
  const choices = list.map((posting, index): ChoiceOutcome => {
    const rank = index + 1;
    if (rank === assignedRank) return { posting, rank, outcome: 'assigned' };
    if (rank > assignedRank) return { posting, rank, outcome: 'belowAssigned' };
    // A posting without a seat gives none to anybody, whomever it ranks.
    if (own(instance.postings, posting)?.capacity === 0) return { posting, rank, outcome: 'noSeats' };
    const seats = own(result.certificate.postings, posting)?.seats ?? 0;
    const full = reservedIn(instance).has(posting) ? 'fullWithHigherOrReserved' : 'fullWithHigherRanked';
    return outcomeOf(own(reasons, posting) ?? 'noSeats', full, { posting, rank, seats });
  });
  const stillOpen =
    assigned === null
      ? [...openSeats(instance, result).keys()].filter((posting) => !list.includes(posting))
      : [];
  return { student, assigned, choices, stillOpen };
}

const reservedOf = new WeakMap<Instance, ReadonlySet<string>>();

/** The postings that keep seats for somebody; found once an instance, for it is asked of every student. */
function reservedIn(instance: Instance): ReadonlySet<string> {
  const known = reservedOf.get(instance);
  if (known !== undefined) return known;
  const found = new Set(
    Object.values(instance.reserves ?? {}).flatMap(({ posting, students }) =>
      students.length > 0 ? [posting] : [],
    ),
  );
  reservedOf.set(instance, found);
  return found;
}

function outcomeOf(
  reason: MissedReason,
  full: 'fullWithHigherRanked' | 'fullWithHigherOrReserved',
  { posting, rank, seats }: { posting: string; rank: number; seats: number },
): ChoiceOutcome {
  if (reason === 'notRanked') return { posting, rank, outcome: 'notRankedByPosting' };
  if (reason === 'noSeats') return { posting, rank, outcome: 'noSeats' };
  if (reason === 'reserved' || typeof reason === 'number') return { posting, rank, outcome: full, seats };
  return { posting, rank, outcome: 'groupFull', seats };
}
