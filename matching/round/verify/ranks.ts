import type { Instance } from '../instance.ts';
import { own } from '../lookup.ts';
import { byId } from '../order.ts';
import { sha256Hex } from '../sha256.ts';

/** Where a posting ranks a student, from 1. */
export interface Rank {
  /** Members of a tie share the place of its first. */
  readonly place: number;
  /** With the tie broken by the lottery. */
  readonly drawn: number;
}

/** Posting to student to rank. */
export type Ranks = ReadonlyMap<string, ReadonlyMap<string, Rank>>;

export function ranksOf({ postings, seed = '' }: Instance): Ranks {
  const numbers = new Map<string, string>();
  const numberOf = (student: string): string => {
    const number = numbers.get(student) ?? sha256Hex(`${seed}\n${student}`);
    numbers.set(student, number);
    return number;
  };
  return new Map(
    Object.entries(postings).map(([posting, { ranking }]) => {
      const ranks = new Map<string, Rank>();
      for (const item of ranking) {
        const place = ranks.size + 1;
        if (typeof item === 'string') {
          ranks.set(item, { place, drawn: place });
          continue;
        }
        for (const student of item.toSorted((a, b) => byId(numberOf(a), numberOf(b)))) {
          ranks.set(student, { place, drawn: ranks.size + 1 });
        }
      }
      return [posting, ranks];
    }),
  );
}

/** The choices that a student prefers to what they got, if the assignment is of their list. */
export function betterChoices(list: readonly string[], got: string | null): readonly string[] {
  const at = got === null ? -1 : list.indexOf(got);
  return at === -1 ? list : list.slice(0, at);
}

/** A student's own entry of an assignment. */
export function gotBy(assignment: Readonly<Record<string, string | null>>, student: string): string | null {
  return own(assignment, student) ?? null;
}
