/**
 * Normalised discounted cumulative gain of the first `depth` (Järvelin and Kekäläinen 2002), the gain being the grade,
 * as trec_eval computes it: `ranked` are the grades in the order of the list, `all` those of all that was judged.
 */
export function ndcg(ranked: readonly number[], all: readonly number[], depth = 10): number {
  const ideal = discounted(
    all.toSorted((a, b) => b - a),
    depth,
  );
  return ideal === 0 ? 0 : discounted(ranked, depth) / ideal;
}

function discounted(grades: readonly number[], depth: number): number {
  return grades.slice(0, depth).reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
}

/** The mean, over all that is relevant, of the precision at its place; 0 for what the list leaves out. */
export function averagePrecision(ranked: readonly boolean[], relevantCount: number): number {
  let found = 0;
  let sum = 0;
  for (const [index, isRelevant] of ranked.entries()) {
    if (!isRelevant) continue;
    found += 1;
    sum += found / (index + 1);
  }
  return relevantCount === 0 ? 0 : sum / relevantCount;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
