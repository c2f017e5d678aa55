import type { Instance } from './instance.ts';
import { own } from './lookup.ts';
import type { MatchResult } from './result.ts';

/** What became of one choice. Nothing in it tells who another person is or where a posting ranked anybody. */
export type ChoiceOutcome =
  | { readonly posting: string; readonly rank: number; readonly outcome: 'assigned' }
  | { readonly posting: string; readonly rank: number; readonly outcome: 'noSeats' }
  | { readonly posting: string; readonly rank: number; readonly outcome: 'notRankedByPosting' }
  | {
      readonly posting: string;
      readonly rank: number;
      /** Every seat went to someone whom the posting ranked higher. */
      readonly outcome: 'fullWithHigherRanked';
      readonly seats: number;
    }
  /** Not reached: a better choice was granted. */
  | { readonly posting: string; readonly rank: number; readonly outcome: 'belowAssigned' };

export interface Explanation {
  readonly student: string;
  readonly assigned: string | null;
  /** The student's choices in their own order; `rank` counts from 1. */
  readonly choices: readonly ChoiceOutcome[];
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
  const choices = list.map((posting, index): ChoiceOutcome => {
    const rank = index + 1;
    if (rank === assignedRank) return { posting, rank, outcome: 'assigned' };
    if (rank > assignedRank) return { posting, rank, outcome: 'belowAssigned' };
    const entry = own(instance.postings, posting);
    if (entry === undefined || entry.capacity === 0) return { posting, rank, outcome: 'noSeats' };
    if (!entry.ranking.includes(student)) return { posting, rank, outcome: 'notRankedByPosting' };
    return { posting, rank, outcome: 'fullWithHigherRanked', seats: entry.capacity };
  });
  return { student, assigned, choices };
}
