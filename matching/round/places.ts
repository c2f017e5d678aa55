import type { Instance } from './instance.ts';

/** Posting to student to the place, from 1, in the posting's full ranking. */
export type Places = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function placesOf({ postings }: Instance): Places {
  return new Map(
    Object.entries(postings).map(([id, { ranking }]) => [
      id,
      new Map(ranking.map((student, index) => [student, index + 1])),
    ]),
  );
}
