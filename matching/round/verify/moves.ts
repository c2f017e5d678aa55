import type { Instance } from '../instance.ts';
import { byId } from '../order.ts';
import type { Assignment } from '../result.ts';
import { betterChoices, gotBy, type Ranks } from './ranks.ts';
import type { Seating } from './seating.ts';

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * From a posting to those to which one of its students could go: who prefers the other, and is ranked highest there of
 * all who do. A stable result is best for the students exactly when no cycle leads through these moves (Erdil and
 * Ergin 2008, theorem 1).
 */
export function upwardMoves(
  instance: Instance,
  ranks: Ranks,
  assignment: Assignment,
  seating: Seating,
): Edges {
  const best = new Map<string, { place: number; from: Set<string> }>();
  for (const [student, list] of Object.entries(instance.students)) {
    const got = gotBy(assignment, student);
    for (const posting of betterChoices(list, got)) {
      const place = ranks.get(posting)?.get(student)?.place;
      if (place === undefined || !seating.isPlain(posting)) continue;
      const known = best.get(posting);
      if (known !== undefined && known.place < place) continue;
      const from = known?.place === place ? known.from : new Set<string>();
      if (got !== null && seating.isPlain(got)) from.add(got);
      best.set(posting, { place, from });
    }
  }
  const edges = new Map<string, Set<string>>();
  for (const [posting, { from }] of best) {
    for (const origin of from) edges.set(origin, (edges.get(origin) ?? new Set()).add(posting));
  }
  return edges;
}

/**
 * From a full posting to those which could take over one of its last admitted: the first further down that student's
 * list that ranks them above its own last, and those before it that rank them equal to it.
 */
export function downwardMoves(
  instance: Instance,
  ranks: Ranks,
  assignment: Assignment,
  seating: Seating,
): Edges {
  const edges = new Map<string, Set<string>>();
  const isFull = (posting: string): boolean => seating.admitted([posting]).length >= seating.seats(posting);
  for (const [student, list] of Object.entries(instance.students)) {
    const got = gotBy(assignment, student);
    if (got === null || !isFull(got)) continue;
    if (ranks.get(got)?.get(student)?.place !== seating.lastPlace(got)) continue;
    for (const posting of list.slice(list.indexOf(got) + 1)) {
      const place = ranks.get(posting)?.get(student)?.place;
      if (place === undefined || seating.seats(posting) === 0) continue;
      if (!isFull(posting)) break;
      const last = seating.lastPlace(posting) ?? 0;
      if (place <= last) edges.set(got, (edges.get(got) ?? new Set()).add(posting));
      if (place < last) break;
    }
  }
  return edges;
}

/** Whether someone is ranked as high as the last admitted of a posting that they prefer: a tie that decided. */
export function tieDecided(
  instance: Instance,
  ranks: Ranks,
  assignment: Assignment,
  seating: Seating,
): boolean {
  return Object.entries(instance.students).some(([student, list]) =>
    betterChoices(list, gotBy(assignment, student)).some((posting) => {
      const place = ranks.get(posting)?.get(student)?.place;
      return place !== undefined && place === seating.lastPlace(posting);
    }),
  );
}

/** Postings that lie on cycles or between them: what is left when those without a way in are taken away, again and again. */
export function onCycles(edges: Edges): readonly string[] {
  const waysIn = new Map<string, number>();
  for (const [from, targets] of edges) {
    waysIn.set(from, waysIn.get(from) ?? 0);
    for (const to of targets) waysIn.set(to, (waysIn.get(to) ?? 0) + 1);
  }
  const free = [...waysIn].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    waysIn.delete(id);
    for (const to of edges.get(id) ?? []) {
      const count = (waysIn.get(to) ?? 0) - 1;
      waysIn.set(to, count);
      if (count === 0) free.push(to);
    }
  }
  return [...waysIn.keys()].toSorted(byId);
}
