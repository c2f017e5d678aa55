/**
 * A place in a list, kept by what the list is sorted by and not by a position, so that a list goes on behind it
 * whatever was added or removed before it. By score, or by date where the newest come first; ties end by id.
 */
export type Place =
  { readonly score: number; readonly id: string } | { readonly publishedAt: string; readonly id: string };

/**
 * Whether a candidate stands behind a place; `publishedAt` where the newest come first.
 * @throws RangeError on a place in a list of the other order
 */
export function comesAfter(place: Place, { id, score, publishedAt }: Candidate): boolean {
  const key = keyOf(place, publishedAt !== undefined);
  const own = publishedAt ?? score;
  return own === key ? id > place.id : own < key;
}

export function placeOf({ id, score, publishedAt }: Candidate): Place {
  return publishedAt === undefined ? { score, id } : { publishedAt, id };
}

interface Candidate {
  readonly id: string;
  readonly score: number;
  readonly publishedAt: string | undefined;
}

/** What stands before the id. */
export function keyOf(place: Place, isNewestFirst: boolean): number | string {
  const key = 'score' in place ? place.score : place.publishedAt;
  if ((typeof key === 'string') === isNewestFirst) return key;
  throw new RangeError('the place is one of a list in another order');
}
