import { isLike, likenessOf, postingsLike } from '../../matching/ranking/similar.ts';
import { getCompany } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import { postingHits } from './browse.ts';
import { postingDocument } from './document.ts';
import type { Posting, SimilarPosting } from './schema.ts';

const shown = 5;

/** The published postings that are most like one, each with what both have in common; none when nothing is. */
export const similarPostings = async (deps: Deps, posting: Posting): Promise<SimilarPosting[]> => {
  const document = postingDocument(posting, await getCompany(deps.table, posting.companyId));
  if (document === undefined) return [];
  const { hits } = await deps.search.rankPostings(postingsLike(document, 2 * shown));
  const like = hits.filter((hit) => isLike(likenessOf(hit))).slice(0, shown);
  const found = await postingHits(deps, like, false);
  const byId = new Map(found.map((one) => [String(one.posting.id), one.posting]));
  return like.flatMap((hit) => {
    const view = byId.get(hit.id);
    const { skills, ...likeness } = likenessOf(hit);
    return view === undefined
      ? []
      : [
          {
            posting: view,
            likeness: { ...likeness, skills: [...skills] },
            score: hit.score,
            parts: [...hit.parts],
          },
        ];
  });
};
