import { useState } from 'preact/hooks';
import type { ApiProblem, FieldProblem } from '../api/problem.ts';
import type { Seating } from './seating.ts';

/** Rules beside the one that a form is about, by their place in the plan: errors may point at them. */
export type Others = readonly (readonly [at: string, words: string])[];

/** What every form for a rule of seats gets; `E` is what it gives back. */
export interface SeatFormProps<Now, E> {
  /** The entry as it is; undefined for a new one. */
  now: Now | undefined;
  /** Where it stands in the plan, as the pointers of errors begin: `groups/0`. */
  at: string;
  postings: Seating['postings'];
  others: Others;
  save: (entry: E) => void;
  cancel: () => void;
  pending: boolean;
  problem: ApiProblem | undefined;
}

/** An id as long as it is among those offered: a posting may have gone since. */
export const offered = (postings: Seating['postings'], id: string | undefined): string =>
  postings.some((posting) => posting.id === id) ? (id ?? '') : '';

/** What the page itself finds wrong with a form: each field that must be filled, unless it is. */
export function useRequired(at: string) {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const check = (fields: Readonly<Record<string, string | false>>): boolean => {
    const found = Object.entries(fields).flatMap(([name, reason]) =>
      reason === false ? [] : [{ pointer: `/${at}/${name}`, reason }],
    );
    setProblems(found);
    return found.length === 0;
  };
  return { problems, check };
}
