import type { PostingDocument, StudentDocument } from '../../matching/ranking/document.ts';
import type { Ranked } from '../../matching/ranking/evaluate.ts';
import type { PostingsPlan, StudentsPlan } from '../../matching/ranking/plan.ts';
import type { PostingFacet, StudentFacet } from '../../matching/ranking/wish-filters.ts';

/** The documents of one kind. */
export interface SearchDocuments {
  postings: PostingDocument;
  students: StudentDocument;
}
export type SearchIndex = keyof SearchDocuments;

/**
 * Ranks documents by a plan. Writes are idempotent and order-proof: a version not above the one
 * already seen changes nothing, whether it arrives as an upsert or a removal.
 */
export interface Search {
  upsert<I extends SearchIndex>(index: I, document: SearchDocuments[I], version: number): Promise<void>;
  remove(index: SearchIndex, id: string, version: number): Promise<void>;
  rankPostings(plan: PostingsPlan): Promise<Ranked<PostingFacet>>;
  rankStudents(plan: StudentsPlan): Promise<Ranked<StudentFacet>>;
}
