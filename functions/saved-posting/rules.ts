import { DomainError } from '../errors.ts';
import type { SavedPosting } from './schema.ts';

export const savedPostingCap = 100;

/** A student saves at most `savedPostingCap` postings. */
export const requireRoom = (list: readonly SavedPosting[]): void => {
  if (list.length < savedPostingCap) return;
  throw new DomainError(
    'conflict',
    'too_many_saved_postings',
    `You have saved ${savedPostingCap} internships, which is the most you can save. Remove one first.`,
    { facts: { cap: savedPostingCap } },
  );
};
