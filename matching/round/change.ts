import type { Instance } from './instance.ts';
import { own } from './lookup.ts';
import { remaining } from './remaining.ts';

/** Something about an instance that could be otherwise. */
export type Change =
  | { readonly kind: 'seats'; readonly posting: string; readonly seats: number }
  | { readonly kind: 'postingLeaves'; readonly posting: string }
  | { readonly kind: 'studentLeaves'; readonly student: string }
  | { readonly kind: 'groupSeats'; readonly group: string; readonly seats: number };

export type ChangeProblem =
  | { readonly problem: 'unknown' | 'changedTwice' }
  | { readonly problem: 'belowReserved'; readonly reserved: number };

/** A change that cannot be made. `at` is its place in the list, from 0. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
  readonly at: number;
  readonly what: ChangeProblem;

  constructor(at: number, what: ChangeProblem) {
    super(`change ${at}: ${what.problem}`);
    this.at = at;
    this.what = what;
  }
}

/**
 * The instance with some changes. Each thing changes at most once, so that their order means nothing. Choices keep
 * their places: a posting that leaves stays on the lists, without seats and without a ranking.
 * @throws ChangeError at the first change that cannot be made
 */
export function changedInstance(instance: Instance, changes: readonly Change[]): Instance {
  requirePossible(instance, changes);
  const seatsOf = new Map<string, number>();
  const limitOf = new Map<string, number>();
  const gone = { students: new Set<string>(), postings: new Set<string>() };
  for (const change of changes) {
    if (change.kind === 'seats') seatsOf.set(change.posting, change.seats);
    else if (change.kind === 'groupSeats') limitOf.set(change.group, change.seats);
    else if (change.kind === 'postingLeaves') gone.postings.add(change.posting);
    else gone.students.add(change.student);
  }
  const stays = (student: string): boolean => !gone.students.has(student);
  const { students, postings, groups, reserves, transfers } = instance;
  return {
    ...instance,
    students: mapped(students, (list, id) => (stays(id) ? list : undefined)),
    postings: mapped(postings, ({ capacity, ranking }, id) =>
      gone.postings.has(id)
        ? { capacity: 0, ranking: [] }
        : { capacity: seatsOf.get(id) ?? capacity, ranking: remaining(ranking, stays) },
    ),
    ...(groups && {
      groups: mapped(groups, (group, id) => ({ ...group, capacity: limitOf.get(id) ?? group.capacity })),
    }),
    ...(reserves && {
      reserves: mapped(reserves, (reserve) =>
        gone.postings.has(reserve.posting)
          ? undefined
          : { ...reserve, students: reserve.students.filter(stays) },
      ),
    }),
    ...(transfers && {
      transfers: mapped(transfers, (to, from) =>
        gone.postings.has(from) || gone.postings.has(to) ? undefined : to,
      ),
    }),
  };
}

/** Each change is of something in the instance, no two of the same, and none takes a seat that a reserve keeps. */
function requirePossible(instance: Instance, changes: readonly Change[]): void {
  const seen = { students: new Set<string>(), postings: new Set<string>(), groups: new Set<string>() };
  for (const [at, change] of changes.entries()) {
    const { section, id } = subjectOf(change);
    if (own<unknown>(instance[section] ?? {}, id) === undefined)
      throw new ChangeError(at, { problem: 'unknown' });
    if (seen[section].has(id)) throw new ChangeError(at, { problem: 'changedTwice' });
    seen[section].add(id);
    if (change.kind !== 'seats') continue;
    const reserved = Object.values(instance.reserves ?? {})
      .filter(({ posting }) => posting === change.posting)
      .reduce((sum, { seats }) => sum + seats, 0);
    if (change.seats < reserved) throw new ChangeError(at, { problem: 'belowReserved', reserved });
  }
}

function subjectOf(change: Change): { section: 'students' | 'postings' | 'groups'; id: string } {
  if (change.kind === 'studentLeaves') return { section: 'students', id: change.student };
  if (change.kind === 'groupSeats') return { section: 'groups', id: change.group };
  return { section: 'postings', id: change.posting };
}

/** A record with other values; one for which there is none is left out. */
function mapped<T>(
  record: Readonly<Record<string, T>>,
  value: (value: T, id: string) => T | undefined,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([id, before]): [string, T][] => {
      const after = value(before, id);
      return after === undefined ? [] : [[id, after]];
    }),
  );
}
