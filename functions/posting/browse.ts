import type { Hit } from '../../matching/ranking/evaluate.ts';
import { postingsForStudent, searchPostings, type PostingsPlan } from '../../matching/ranking/plan.ts';
import type { Actor } from '../actor.ts';
import { getCycle } from '../cycle/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import { missingFields } from '../fields.ts';
import { orLeftOut } from '../left-out.ts';
import { openPlaces, sealPlaces } from '../ranking/cursor.ts';
import { fitOf } from '../ranking/fit.ts';
import { cutPage, goOn } from '../ranking/go-on.ts';
import { studentDocument } from '../student/document.ts';
import { meantBy } from '../ranking/spelling.ts';
import { savedPostingsOf } from '../saved-posting/store.ts';
import { Profile } from '../student/schema.ts';
import { findStudent } from '../student/store.ts';
import type { PostingHit, PostingQuery } from './schema.ts';
import { findPosting } from './store.ts';
import { postingViews } from './view.ts';

/**
 * A ranked plan for a student with a complete profile who agreed to it; by text or date for everyone else, for a
 * student with what the profile lacks for a ranking (JSON pointers).
 */
export const planFor = async (
  deps: Deps,
  reader: { studentId: string } | undefined,
  query: PostingQuery,
  cycle: Cycle,
): Promise<{ plan: PostingsPlan; ranked: boolean; missing?: string[]; meant?: string }> => {
  const { q, exact } = query;
  const meant = q === undefined || exact === 'true' ? undefined : await meantBy(deps.search, q, cycle.id);
  const spelt = meant === undefined ? {} : { meant };
  const wishes = {
    cycleId: cycle.id,
    categories: query.category,
    majors: query.major,
    workModes: query.workMode,
    languages: query.language,
    companyIds: query.company,
    paid: query.paid === undefined ? undefined : query.paid === 'true',
    q: meant ?? q,
    limit: query.limit,
  };
  const student = reader && (await findStudent(deps.table, reader.studentId));
  const document = query.sort === 'fit' && student ? studentDocument(student) : undefined;
  if (document === undefined)
    return {
      plan: searchPostings({ ...wishes, ...(query.sort === 'newest' && { order: 'newest' }) }),
      ranked: false,
      ...spelt,
      ...(reader !== undefined && { missing: missingFields(Profile, student?.profile ?? {}) }),
    };
  const minimumOverlapMinutes = query.overlap === undefined ? undefined : query.overlap * 60;
  return {
    plan: postingsForStudent(document, { ...wishes, weights: cycle.weights, minimumOverlapMinutes }),
    ranked: true,
    ...spelt,
  };
};

/** Hits with what the record says of them now; one that is gone or no longer published since it was indexed is left out. */
export const postingHits = async (
  deps: Deps,
  hits: readonly Hit[],
  ranked: boolean,
): Promise<PostingHit[]> => {
  const found = await Promise.all(hits.map((hit) => orLeftOut(deps, () => findPosting(deps.table, hit.id))));
  const published = found.filter((posting) => posting?.state === 'published');
  const views = await postingViews(
    deps.table,
    published.filter((posting) => posting !== undefined),
  );
  const byId = new Map(views.map((view) => [String(view.id), view]));
  return hits.flatMap((hit) => {
    const posting = byId.get(hit.id);
    return posting ? [{ posting, ...(ranked && { fit: fitOf(hit) }) }] : [];
  });
};

const withSaved = async (
  deps: Deps,
  studentId: string,
  items: readonly PostingHit[],
): Promise<PostingHit[]> => {
  const saved = new Set((await savedPostingsOf(deps.table, studentId)).map(({ postingId }) => postingId));
  return items.map((item) => ({ ...item, saved: saved.has(item.posting.id) }));
};

/** One page of published postings, with the counts of further filters. */
export const browsePostings = async (deps: Deps, actor: Actor, query: PostingQuery) => {
  const cycle = await getCycle(deps.table, query.cycle ?? 'current');
  const reader = actor.kind === 'student' ? actor : undefined;
  const { plan, ranked, missing, meant } = await planFor(deps, reader, query, cycle);
  const { cursor, limit, ...asked } = query;
  const list = ['postings', cycle.id, asked, ranked && reader?.studentId];
  const before = openPlaces(list, cursor, plan.order);
  const next = await goOn({ ...plan, limit: limit + 1 }, before, (behind) =>
    deps.search.rankPostings(behind),
  );
  const result = await deps.search.rankPostings(next);
  const { page, end } = cutPage(result.hits, limit, before);
  const items = await postingHits(deps, page, ranked);
  return {
    items: reader === undefined ? items : await withSaved(deps, reader.studentId, items),
    total: result.total,
    facets: result.facets,
    ranked,
    ...(missing && { missing }),
    ...(meant !== undefined && { shownFor: meant }),
    ...(end && { next: sealPlaces(list, end) }),
  };
};
