import { searchPostings } from '../../matching/ranking/plan.ts';
import { slipsIn, withoutSlips } from '../../matching/ranking/spelling.ts';
import type { Search } from '../search/search.ts';

/** More unknown words than this are no slips. */
const most = 3;

/**
 * What somebody who typed `q` most likely meant, or undefined when it is taken as it stands. A word that any posting of
 * the cycle has is no slip, however it is spelt.
 */
export const meantBy = async (search: Search, q: string, cycleId: string): Promise<string | undefined> => {
  const unknown = await Promise.all(
    slipsIn(q)
      .slice(0, most)
      .map(async (slip) => {
        const { total } = await search.rankPostings(
          searchPostings({ q: slip.typed, cycleId, facets: false, limit: 1 }),
        );
        return total === 0 ? [slip] : [];
      }),
  );
  const meant = withoutSlips(q, unknown.flat());
  return meant === q ? undefined : meant;
};
