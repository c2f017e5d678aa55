import type { Hit } from '../../matching/ranking/evaluate.ts';
import type { Place } from '../../matching/ranking/place.ts';
import type { PostingsPlan, StudentsPlan } from '../../matching/ranking/plan.ts';

/** Scores that moved by nearly the same moved for the same reason. */
const near = 0.002;

/**
 * The last of some places as the list is now. Each document that is written changes a little how rare the words of all
 * are, and with that every score: what moved least shows how far, and a document that was itself changed is not
 * followed to where it went.
 */
export const placeNow = (
  places: readonly Place[],
  scoreNow: (id: string) => number | undefined,
): Place | undefined => {
  const last = places.at(-1);
  if (last === undefined || 'publishedAt' in last) return last;
  const drifts = places.flatMap((place) => {
    const now = scoreNow(place.id);
    return now === undefined || 'publishedAt' in place ? [] : [now - place.score];
  });
  const least = Math.min(...drifts.map(Math.abs));
  const drift = drifts.findLast((one) => Math.abs(one) <= least + near) ?? 0;
  return { ...last, score: last.score + drift };
};

/** The same plan for the page behind these places, which are the last of the pages before; from the top without any. */
export const goOn = async <P extends PostingsPlan | StudentsPlan>(
  plan: P,
  places: readonly Place[],
  rank: (plan: P) => Promise<{ readonly hits: readonly Hit[] }>,
): Promise<P> => {
  if (places.length === 0) return plan;
  const only = places.map(({ id }) => id);
  const { hits } = await rank({
    ...plan,
    wishes: { ...plan.wishes, only },
    limit: only.length,
    facets: false,
    after: undefined,
  });
  const scores = new Map(hits.map(({ id, score }) => [id, score]));
  return { ...plan, after: placeNow(places, (id) => scores.get(id)) };
};

/** One page of more hits than fit on it, without those that the page before ended with, and where it ends if more follow. */
export const cutPage = <H extends { readonly id: string; readonly place: Place }>(
  hits: readonly H[],
  limit: number,
  before: readonly Place[],
): { page: readonly H[]; end: readonly Place[] | undefined } => {
  const seen = new Set(before.map(({ id }) => id));
  const page = hits.slice(0, limit).filter(({ id }) => !seen.has(id));
  return { page, end: hits.length > limit ? hits.slice(0, limit).map(({ place }) => place) : undefined };
};
