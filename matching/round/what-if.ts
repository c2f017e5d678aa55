import { type Change, changedInstance } from './change.ts';
import { compare, type Matched, type Move } from './compare.ts';
import { type Fate, fates } from './fate.ts';
import { own } from './lookup.ts';
import { match } from './match.ts';
import { byId } from './order.ts';
import type { MatchResult } from './result.ts';

/** A result in figures. */
export interface Outlook {
  readonly matched: number;
  readonly unmatched: number;
  readonly openSeats: number;
  readonly histogram: Readonly<Record<string, number>>;
}

/** Places count in the student's own list, from 1. */
export interface StudentMove {
  readonly student: string;
  readonly fate: Fate;
  readonly from: Place | null;
  readonly to: Place | null;
}
export interface Place {
  readonly posting: string;
  readonly place: number;
}

export interface WhatIf {
  readonly before: Outlook;
  readonly after: Outlook;
  readonly counts: Readonly<Record<Fate, number>>;
  /** By fate, then by student. */
  readonly moves: readonly StudentMove[];
}

/**
 * What the result would be had the instance been otherwise: matched anew as a whole, then compared.
 * @throws ChangeError at the first change that cannot be made
 */
export function whatIf(before: Matched, changes: readonly Change[]): WhatIf {
  const instance = changedInstance(before.instance, changes);
  const after = { instance, result: match(instance) };
  const moves = compare(before, after)
    .map((move) => studentMove(before, move))
    .toSorted((a, b) => fates.indexOf(a.fate) - fates.indexOf(b.fate) || byId(a.student, b.student));
  const count = (fate: Fate) => moves.filter((move) => move.fate === fate).length;
  return {
    before: outlook(before.result),
    after: outlook(after.result),
    counts: {
      noLongerMatched: count('noLongerMatched'),
      worse: count('worse'),
      newlyMatched: count('newlyMatched'),
      better: count('better'),
      left: count('left'),
    },
    moves,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function outlook({ assignment, unmatched, unfilledSeats, rankHistogram }: MatchResult): Outlook {
  return {
    matched: Object.keys(assignment).length - unmatched.length,
    unmatched: unmatched.length,
    openSeats: sum(Object.values(unfilledSeats)),
    histogram: rankHistogram,
  };
}

/** Nobody joins, and lists stay as they are: places before and after count in the same list. */
function studentMove({ instance }: Matched, { student, from, to, change }: Move): StudentMove {
  const list = own(instance.students, student) ?? [];
  const placeOf = (posting: string | null): Place | null =>
    posting === null ? null : { posting, place: list.indexOf(posting) + 1 };
  return { student, fate: fateOf(from, to, change), from: placeOf(from), to: placeOf(to) };
}

function fateOf(from: string | null, to: string | null, change: Move['change']): Fate {
  if (change === 'left') return 'left';
  if (from === null) return 'newlyMatched';
  if (to === null) return 'noLongerMatched';
  return change === 'worse' ? 'worse' : 'better';
}
