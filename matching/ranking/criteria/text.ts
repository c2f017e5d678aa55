/** The BM25 score that is worth one half. */
const HALF = 8;

/** A BM25 score (0 and up) brought into [0, 1). */
export function textScore(bm25: number): number {
  return bm25 / (bm25 + HALF);
}
