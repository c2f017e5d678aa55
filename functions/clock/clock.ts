/** The one source of time. An instant is an ISO 8601 string in UTC with milliseconds, so that strings sort by time. */
export type Instant = string;

export interface Clock {
  now(): Instant;
}

/** So many milliseconds later, or earlier when negative. */
export const instantAfter = (instant: Instant, ms: number): Instant =>
  new Date(Date.parse(instant) + ms).toISOString();
