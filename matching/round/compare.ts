import type { Instance } from './instance.ts';
import { own } from './lookup.ts';
import { byId } from './order.ts';
import type { MatchResult } from './result.ts';

export interface Matched {
  readonly instance: Instance;
  readonly result: MatchResult;
}

/** A student whose result is not the same. `better` and `worse` are by the student's own list, the later one if both have one. */
export interface Move {
  readonly student: string;
  readonly from: string | null;
  readonly to: string | null;
  /** `joined` and `left`: only the later or only the earlier instance has the student. */
  readonly change: 'better' | 'worse' | 'joined' | 'left';
}

/** Who moves where between two instances' results, by student id: what a seat more or a company less would do. */
export function compare(before: Matched, after: Matched): readonly Move[] {
  const students = new Set([
    ...Object.keys(before.instance.students),
    ...Object.keys(after.instance.students),
  ]);
  return [...students].toSorted(byId).flatMap((student): Move[] => {
    const from = own(before.result.assignment, student) ?? null;
    const to = own(after.result.assignment, student) ?? null;
    const [earlier, later] = [own(before.instance.students, student), own(after.instance.students, student)];
    if (earlier === undefined) return [{ student, from, to, change: 'joined' }];
    if (later === undefined) return [{ student, from, to, change: 'left' }];
    if (from === to) return [];
    const list = to === null || later.includes(to) ? later : earlier;
    return [{ student, from, to, change: rank(list, to) < rank(list, from) ? 'better' : 'worse' }];
  });
}

/** A posting that is on the list no longer is worse than any that is, and better than nothing. */
function rank(list: readonly string[], posting: string | null): number {
  if (posting === null) return Infinity;
  const at = list.indexOf(posting);
  return at === -1 ? list.length : at;
}
