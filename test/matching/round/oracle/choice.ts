import { createHash } from 'node:crypto';
import type { Instance } from '../../../../matching/round/instance.ts';

/** What a company takes of those who want it, found by trying every subset. Shares no code with the engine. */
export interface Contract {
  readonly student: string;
  readonly posting: string;
}

/** Posting to its students, best first, each tie in the order of the lottery. */
export function drawnRankings({ postings, seed = '' }: Instance): ReadonlyMap<string, readonly string[]> {
  const number = (student: string): string =>
    createHash('sha256').update(`${seed}\n${student}`, 'utf8').digest('hex');
  return new Map(
    Object.entries(postings).map(([id, { ranking }]) => [
      id,
      ranking.flatMap((item) =>
        typeof item === 'string' ? [item] : item.toSorted((a, b) => (number(a) < number(b) ? -1 : 1)),
      ),
    ]),
  );
}

/** The postings that choose together: those of the outermost group, in its order, or the posting alone. */
export function companyOf({ groups = {} }: Instance, posting: string): readonly string[] {
  const around = Object.values(groups).filter(({ postings }) => postings.includes(posting));
  return around.reduce<readonly string[]>(
    (widest, { postings }) => (postings.length > widest.length ? postings : widest),
    [posting],
  );
}

export function isWithinLimits({ postings, groups = {} }: Instance, contracts: readonly Contract[]): boolean {
  const admitted = (ids: readonly string[]): number =>
    contracts.filter(({ posting }) => ids.includes(posting)).length;
  return (
    Object.entries(postings).every(([id, { capacity }]) => admitted([id]) <= capacity) &&
    Object.values(groups).every((group) => admitted(group.postings) <= group.capacity)
  );
}

/** Most reserved seats used; among equals the one that has the first contract in which two differ. */
export function chosen(
  instance: Instance,
  company: readonly string[],
  offered: readonly Contract[],
): readonly Contract[] {
  const rankings = drawnRankings(instance);
  const place = ({ student, posting }: Contract): number => rankings.get(posting)?.indexOf(student) ?? -1;
  const inOrder = offered.toSorted(
    (a, b) => place(a) - place(b) || company.indexOf(a.posting) - company.indexOf(b.posting),
  );
  const feasible = subsetsFirstToLast(inOrder).filter((some) => isWithinLimits(instance, some));
  return feasible.reduce((best, some) =>
    reservedSeats(instance, some) > reservedSeats(instance, best) ? some : best,
  );
}

function reservedSeats({ reserves = {} }: Instance, contracts: readonly Contract[]): number {
  return Object.values(reserves).reduce((sum, { posting, seats, students }) => {
    const held = contracts.filter((one) => one.posting === posting && students.includes(one.student));
    return sum + Math.min(held.length, seats);
  }, 0);
}

/** All subsets, those with the first item before those without, and so on: a set comes before what it is preferred to. */
function subsetsFirstToLast(items: readonly Contract[]): (readonly Contract[])[] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  const others = subsetsFirstToLast(rest);
  return [...others.map((set) => [first, ...set]), ...others];
}
