import { explain, type ChoiceOutcome } from '../../matching/round/explain.ts';
import type { Instance } from '../../matching/round/instance.ts';
import { match } from '../../matching/round/match.ts';
import {
  isPosting,
  postings,
  rankings,
  type SmallLists,
  type SmallPosting,
  type SmallStudent,
} from './small-lists.ts';

export interface SmallMatch {
  assignment: Record<SmallStudent, SmallPosting | undefined>;
  /** What became of each choice of the student whom the reader plays. */
  choices: readonly ChoiceOutcome[];
}

/** What the engine of the real rounds makes of the lists. */
export const play = (lists: SmallLists, me: SmallStudent): SmallMatch => {
  const seat = (ranking: readonly string[]) => ({ capacity: 1, ranking });
  const instance: Instance = {
    students: lists,
    postings: { data: seat(rankings.data), design: seat(rankings.design), media: seat(rankings.media) },
  };
  const result = match(instance);
  const of = (student: SmallStudent): SmallPosting | undefined => {
    const posting = result.assignment[student] ?? '';
    return isPosting(posting) ? posting : undefined;
  };
  return {
    assignment: { lin: of('lin'), ana: of('ana'), bo: of('bo') },
    choices: explain(instance, result, me).choices,
  };
};

const ordersOf = (ids: readonly string[]): string[][] =>
  ids.length < 2
    ? [[...ids]]
    : ids.flatMap((first) => ordersOf(ids.filter((id) => id !== first)).map((rest) => [first, ...rest]));

/** Every order that one student could hand in while the others keep theirs, and what each brings. */
export const everyOrder = (lists: SmallLists, me: SmallStudent) =>
  ordersOf(postings).map((order) => ({ order, got: play({ ...lists, [me]: order }, me).assignment[me] }));
