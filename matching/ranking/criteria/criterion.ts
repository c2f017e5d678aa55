import type { PostingDocument, StudentDocument } from '../document.ts';

/**
 * How well a student and a posting fit in one respect. The same for both directions, so that both sides see the same
 * parts. `score` is in [0, 1] and is asked of every candidate; `facts` only of those shown.
 */
export interface Criterion<F> {
  readonly score: (student: StudentDocument, posting: PostingDocument) => number;
  readonly facts: (student: StudentDocument, posting: PostingDocument) => F;
}

/** The score where a posting asks for nothing: neither a fit nor a gap, so vague postings do not rise to the top. */
export const NOTHING_ASKED = 0.5;
