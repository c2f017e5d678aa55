import type { Part } from '../../matching/ranking/part.ts';

/** A row of a ranked list, as far as it is compared. */
interface Ranked {
  posting: { id: string };
  fit?: { parts: readonly Pick<Part, 'criterion' | 'points'>[] } | undefined;
}

/** A posting in the list under other weights, with what it was under those in force; `was` counts from 1. */
export interface Moved<R> {
  hit: R;
  before: { hit: R; was: number } | undefined;
}

export const placeOf = (hits: readonly Ranked[], { posting }: Ranked): number | undefined => {
  const at = hits.findIndex((one) => one.posting.id === posting.id);
  return at < 0 ? undefined : at + 1;
};

/** The new list, each posting beside its old self. */
export const movesIn = <R extends Ranked>(lists: {
  current: readonly R[];
  proposed: readonly R[];
}): Moved<R>[] =>
  lists.proposed.map((hit) => {
    const was = placeOf(lists.current, hit);
    const old = was === undefined ? undefined : lists.current[was - 1];
    return { hit, before: was === undefined || old === undefined ? undefined : { hit: old, was } };
  });

/** A criterion's points before and after, whole as they are shown. */
export interface Change {
  criterion: Part['criterion'];
  from: number;
  to: number;
}

const pointsOf = ({ fit }: Ranked): Map<Part['criterion'], number> =>
  new Map(fit?.parts.map(({ criterion, points }) => [criterion, Math.round(points * 100)]));

/** The criteria whose points changed, most first. */
export const changesOf = (before: Ranked, after: Ranked): Change[] => {
  const [was, is] = [pointsOf(before), pointsOf(after)];
  // A criterion without weight is no part of a fit.
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((criterion) => ({ criterion, from: was.get(criterion) ?? 0, to: is.get(criterion) ?? 0 }))
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
};
