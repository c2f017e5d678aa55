import type { Ranked } from './instance.ts';

/** A ranking of those who stay; a tie left with one is none. */
export function remaining(ranking: readonly Ranked[], stays: (student: string) => boolean): Ranked[] {
  return ranking.flatMap((item): Ranked[] => {
    const [first, ...others] = [item].flat().filter(stays);
    if (first === undefined) return [];
    return others.length === 0 ? [first] : [[first, ...others]];
  });
}
