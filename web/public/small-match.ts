import { explain, type ChoiceOutcome } from '../../matching/round/explain.ts';
import type { Instance } from '../../matching/round/instance.ts';
import { match } from '../../matching/round/match.ts';

/** Three students and three internships of one seat each; `you` is the reader, whose list is theirs to order. */
const others = { ana: ['data', 'design', 'media'], bo: ['data', 'media', 'design'] } as const;
const rankings = {
  data: ['bo', 'you', 'ana'],
  design: ['ana', 'you', 'bo'],
  media: ['you', 'bo', 'ana'],
} as const;

export const postings = ['data', 'design', 'media'] as const;
export type SmallPosting = (typeof postings)[number];
export const students = ['you', 'ana', 'bo'] as const;
export type SmallStudent = (typeof students)[number];

export const isPosting = (id: string): id is SmallPosting => postings.some((posting) => posting === id);

export interface SmallMatch {
  assignment: Record<SmallStudent, SmallPosting | undefined>;
  yours: readonly ChoiceOutcome[];
}

/** What the engine of the real rounds makes of the reader's list. */
export const play = (yours: readonly string[]): SmallMatch => {
  const seat = (ranking: readonly string[]) => ({ capacity: 1, ranking });
  const instance: Instance = {
    students: { you: yours, ...others },
    postings: { data: seat(rankings.data), design: seat(rankings.design), media: seat(rankings.media) },
  };
  const result = match(instance);
  const of = (student: SmallStudent): SmallPosting | undefined => {
    const posting = result.assignment[student] ?? '';
    return isPosting(posting) ? posting : undefined;
  };
  return {
    assignment: { you: of('you'), ana: of('ana'), bo: of('bo') },
    yours: explain(instance, result, 'you').choices,
  };
};

/** Everybody's lists but the reader's, as the page shows them. */
export const fixedLists = { others, rankings };
