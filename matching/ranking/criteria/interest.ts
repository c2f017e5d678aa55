import type { InterestFacts } from '../part.ts';
import type { Criterion } from './criterion.ts';

/** What the category and the work mode are worth: together 20 when both are named, half where somebody is open to all. */
export const CATEGORY_WORTH = { yes: 14, open: 7, no: 0 } as const;
export const WORK_MODE_WORTH = { yes: 6, open: 3, no: 0 } as const;
export const FULL_INTEREST = 20;

/** What the student said they want: the category, and how to work. */
export const interest: Criterion<InterestFacts> = {
  score: (student, posting) =>
    (CATEGORY_WORTH[wanted(student.interests, posting.category)] +
      WORK_MODE_WORTH[wanted(student.workModes, posting.workMode)]) /
    FULL_INTEREST,
  facts: (student, { category, workMode }) => ({
    criterion: 'interest',
    category,
    categoryWanted: wanted(student.interests, category),
    workMode,
    workModeWanted: wanted(student.workModes, workMode),
  }),
};

function wanted<T>(named: readonly T[], value: T): keyof typeof CATEGORY_WORTH {
  if (named.length === 0) return 'open';
  return named.includes(value) ? 'yes' : 'no';
}
