import type { firstAnswer } from '../application/first-answer.ts';
import { quantile } from './quantile.ts';
import type { Response } from './schema.ts';

const dayMs = 24 * 60 * 60_000;
/** In days: where one bin of the histogram ends and the next begins. */
const binEnds = [1, 2, 3, 5, 7, 10, 14, 21] as const;

const tenth = (days: number): number => Math.round(days * 10) / 10;

/** The answers of a company, or of all. */
export class ResponseTimes {
  readonly #days: number[] = [];
  #waiting = 0;

  add(found: ReturnType<typeof firstAnswer>): void {
    if (found === undefined) return;
    if (found.tookMs === undefined) this.#waiting += 1;
    else this.#days.push(found.tookMs / dayMs);
  }

  figures(): Response {
    const sorted = Float64Array.from(this.#days).toSorted();
    const [median, p90] = [quantile(sorted, 0.5), quantile(sorted, 0.9)];
    return {
      answered: sorted.length,
      waiting: this.#waiting,
      ...(median !== undefined && p90 !== undefined && { days: { median: tenth(median), p90: tenth(p90) } }),
    };
  }

  bins(): { days?: number; count: number }[] {
    const countTo = (end: number) => this.#days.reduce((sum, days) => sum + (days <= end ? 1 : 0), 0);
    const within = [...binEnds, Infinity].map(countTo);
    return within.map((count, at) => ({
      ...(binEnds[at] !== undefined && { days: binEnds[at] }),
      count: count - (within[at - 1] ?? 0),
    }));
  }
}
