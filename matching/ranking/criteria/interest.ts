import type { InterestFacts } from '../part.ts';
import type { Criterion } from './criterion.ts';

/** What the category and the work mode are worth; together 1. */
const CATEGORY = 0.7;
const WORK_MODE = 0.3;

const worth = { yes: 1, open: 0.5, no: 0 } as const;

/** What the student said they want: the category, and how to work. */
export const interest: Criterion<InterestFacts> = {
  score: (student, posting) =>
    CATEGORY * worth[wanted(student.interests, posting.category)] +
    WORK_MODE * worth[wanted(student.workModes, posting.workMode)],
  facts: (student, { category, workMode }) => ({
    criterion: 'interest',
    category,
    categoryWanted: wanted(student.interests, category),
    workMode,
    workModeWanted: wanted(student.workModes, workMode),
  }),
};

function wanted<T>(named: readonly T[], value: T): keyof typeof worth {
  if (named.length === 0) return 'open';
  return named.includes(value) ? 'yes' : 'no';
}
