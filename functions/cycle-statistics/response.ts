import type { Application } from '../application/schema.ts';
import { quantile } from './quantile.ts';
import type { Response } from './schema.ts';

const dayMs = 24 * 60 * 60_000;
/** What tells the student something. That somebody reads an application is no answer yet. */
const answers = new Set(['shortlisted', 'interviewing', 'rankable', 'not_selected']);

/**
 * Days from when an application reached the company to its first answer; `waiting` when there is none, undefined when it
 * was withdrawn before. A refusal by the system, at the end of a phase, is none of the company's.
 */
export const firstAnswer = ({ history }: Pick<Application, 'history'>): number | 'waiting' | undefined => {
  let since: string | undefined;
  for (const { state, at, by } of history) {
    if (state === 'submitted') since = at;
    else if (state === 'withdrawn') since = undefined;
    else if (since !== undefined && by === 'company' && answers.has(state))
      return (Date.parse(at) - Date.parse(since)) / dayMs;
  }
  return since === undefined ? undefined : 'waiting';
};

/** In days: where one bin of the histogram ends and the next begins. */
const binEnds = [1, 2, 3, 5, 7, 10, 14, 21] as const;

const tenth = (days: number): number => Math.round(days * 10) / 10;

/** The answers of a company, or of all. */
export class ResponseTimes {
  readonly #days: number[] = [];
  #waiting = 0;

  add(found: ReturnType<typeof firstAnswer>): void {
    if (found === 'waiting') this.#waiting += 1;
    else if (found !== undefined) this.#days.push(found);
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
