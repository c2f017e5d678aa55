/** The smallest of some sorted values that at least this share of them do not exceed (nearest rank). */
export const quantile = (sorted: ArrayLike<number>, share: number): number | undefined =>
  sorted.length === 0 ? undefined : sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
