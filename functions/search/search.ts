import type { PostingDocument, StudentDocument } from '../../matching/ranking/document.ts';
import type { Ranked } from '../../matching/ranking/evaluate.ts';
import type { PostingsPlan, StudentsPlan } from '../../matching/ranking/plan.ts';
import type { PostingFacet, StudentFacet } from '../../matching/ranking/wish-filters.ts';

/** The documents of one kind. */
export interface SearchDocuments {
  postings: PostingDocument;
  students: StudentDocument;
}
export const searchIndexes = ['postings', 'students'] as const satisfies readonly (keyof SearchDocuments)[];
export type SearchIndex = (typeof searchIndexes)[number];

/**
 * The state of one document as of a version; it is removed when there is no document. `forGood`: with no mark that it
 * was there, for whoever sees to it that nothing late can come.
 */
export type SearchWrite = {
  [I in SearchIndex]: {
    index: I;
    id: string;
    version: number;
    document?: SearchDocuments[I];
    forGood?: boolean;
  };
}[SearchIndex];

/** Who answers, for a coordinator to see. */
export interface SearchState {
  readonly engine: 'evaluator' | 'opensearch';
  /** standby: another engine in its place; nobody: lists cannot be had for now. */
  readonly answeredBy: 'engine' | 'standby' | 'nobody';
  /** Since when the engine fails. */
  readonly since?: string;
  readonly reason?: string;
}

/**
 * Ranks documents by a plan. Writes are idempotent and order-proof: a version not above the one
 * already seen changes nothing, whether it arrives with a document or as a removal.
 */
export interface Search {
  /**
   * @throws SearchWriteFailed naming those that were refused; the others are written
   * @throws Unavailable when it cannot be said which are written
   */
  write(writes: readonly SearchWrite[]): Promise<void>;
  rankPostings(plan: PostingsPlan): Promise<Ranked<PostingFacet>>;
  rankStudents(plan: StudentsPlan): Promise<Ranked<StudentFacet>>;
  state(): SearchState;
}

/** Some documents of a write were refused for what they are; trying again brings the same. */
export class SearchWriteFailed extends Error {
  readonly refused: readonly { index: SearchIndex; id: string; reason: string }[];

  constructor(refused: SearchWriteFailed['refused']) {
    const named = refused.slice(0, 3).map(({ index, id, reason }) => `${index} ${id}: ${reason}`);
    super(`${refused.length} documents were refused: ${named.join('; ')}`);
    this.refused = refused;
  }
}
