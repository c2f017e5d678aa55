import type { Lists } from './read/lists.ts';

/** The ids as JSON writes them, made once for texts that name each many times. */
export interface QuotedIds {
  readonly students: readonly string[];
  readonly postings: readonly string[];
}

export function quotedIds({ studentIds, postingIds }: Lists): QuotedIds {
  return {
    students: studentIds.map((id) => JSON.stringify(id)),
    postings: postingIds.map((id) => JSON.stringify(id)),
  };
}
