import type { Figures } from './schema.ts';

const steps = 10;
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** How evenly applications fall on postings: the Lorenz curve in tenths of the postings, and its Gini coefficient. */
export const exposureOf = (counts: readonly number[]): Figures['exposure'] => {
  const sorted = counts.toSorted((a, b) => a - b);
  const applications = sorted.reduce((sum, count) => sum + count, 0);
  const running = [0];
  for (const count of sorted) running.push((running.at(-1) ?? 0) + count);
  /** The share that the first so many postings got; between two of them in proportion. */
  const shareAt = (place: number): number => {
    if (applications === 0) return 0;
    const low = running[Math.floor(place)] ?? 0;
    const high = running[Math.ceil(place)] ?? low;
    return (low + (high - low) * (place % 1)) / applications;
  };
  const weighted = sorted.reduce((sum, count, at) => sum + (2 * (at + 1) - sorted.length - 1) * count, 0);
  return {
    postings: sorted.length,
    without: sorted.filter((count) => count === 0).length,
    applications,
    gini: applications === 0 ? 0 : round(weighted / (sorted.length * applications)),
    curve: Array.from({ length: steps + 1 }, (_, at) => round(shareAt((at * sorted.length) / steps))),
  };
};
