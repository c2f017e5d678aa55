import { studentsForPosting } from '../../matching/ranking/plan.ts';
import { applicants } from '../application/applicants.ts';
import { isLive } from '../application/rules.ts';
import { applications, ofPosting } from '../application/store.ts';
import type { Handlers } from '../call.ts';
import { getCompany } from '../company/store.ts';
import { currentCycle, getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../errors.ts';
import { PostingId, StudentId } from '../ids.ts';
import { requireOwner, requireVersion } from '../ownership.ts';
import { fitOf, fitOfPosting } from '../ranking/fit.ts';
import { postingSeating } from '../seating/view.ts';
import { stamp } from '../stamp.ts';
import { findStudent } from '../student/store.ts';
import { commit } from '../table/entity.ts';
import type { postingOperations } from './api.ts';
import { browsePostings } from './browse.ts';
import { postingDocument } from './document.ts';
import { changePosting, isReadable, movePosting } from './rules.ts';
import type { Posting, PostingView } from './schema.ts';
import { similarPostings } from './similar.ts';
import { getPosting, ofCompany, ofCycle, postings } from './store.ts';
import { postingView, postingViews } from './view.ts';

const applicationsOf = async (deps: Deps, postingId: string) =>
  Array.fromAsync(applications.all(deps.table, ofPosting(postingId)));

/** For those who run a posting: with the number of its live applications. */
const ownView = async (deps: Deps, posting: Posting): Promise<PostingView> => {
  const list = await applicationsOf(deps, posting.id);
  return {
    ...(await postingView(deps.table, posting)),
    applications: list.filter(({ state }) => isLive(state)).length,
  };
};

/** One posting for those who run it, with all that is said of its seats. */
const oneOwnView = async (deps: Deps, posting: Posting): Promise<PostingView> => ({
  ...(await ownView(deps, posting)),
  ...withSeating(await postingSeating(deps.table, posting, 'own')),
});
const withSeating = (seating: PostingView['seating']) => (seating === undefined ? {} : { seating });

export const postingHandlers: Handlers<keyof typeof postingOperations> = {
  searchPostings: ({ actor, query, deps }) => browsePostings(deps, actor, query),

  getPosting: async ({ actor, params, deps }) => {
    const posting = await getPosting(deps.table, params.postingId);
    if (actor.kind === 'coordinator' || (actor.kind === 'company' && actor.companyId === posting.companyId))
      return oneOwnView(deps, posting);
    if (!isReadable(posting)) throw notFound('posting');
    const seating = await postingSeating(deps.table, posting, 'other');
    return { ...(await postingView(deps.table, posting)), ...withSeating(seating) };
  },

  listSimilarPostings: async ({ params, deps }) => {
    const posting = await getPosting(deps.table, params.postingId);
    if (!isReadable(posting)) throw notFound('posting');
    return { items: await similarPostings(deps, posting) };
  },

  getFit: async ({ actor, params, deps }) => {
    const student = await findStudent(deps.table, actor.studentId);
    const fit = student && (await fitOfPosting(deps, student, params.postingId));
    if (fit === undefined)
      throw new DomainError(
        'conflict',
        'no_fit',
        'There is no fit to show: complete your profile and agree to ranking first.',
      );
    return fit;
  },

  listCyclePostings: async ({ params, query, deps }) => {
    const { cursor, limit, state } = query;
    const page = await postings.list(deps.table, {
      ...ofCycle(params.cycleId, state),
      limit,
      cursor,
    });
    return { ...page, items: await postingViews(deps.table, page.items) };
  },

  listCompanyPostings: async ({ actor, params, query, deps }) => {
    requireOwner(actor, params, 'company');
    const { cursor, limit } = query;
    const page = await postings.list(deps.table, {
      ...ofCompany(params.companyId),
      descending: true,
      limit,
      cursor,
    });
    return { ...page, items: await Promise.all(page.items.map((posting) => ownView(deps, posting))) };
  },

  createPosting: async ({ actor, params, body, deps, now }) => {
    requireOwner(actor, params, 'company');
    const cycle = await currentCycle(deps.table);
    const id = PostingId.parse(`pos_${deps.newId()}`);
    const posting = {
      id,
      cycleId: cycle.id,
      companyId: actor.companyId,
      state: 'draft',
      content: body,
      createdAt: now,
    } as const;
    await commit(deps.table, [postings.create(posting, stamp(actor, 'posting.create', now))]);
    return oneOwnView(deps, await getPosting(deps.table, id));
  },

  updatePosting: async ({ actor, params, body, version, deps, now }) => {
    const posting = await getPosting(deps.table, params.postingId);
    requireOwner(actor, posting, 'posting');
    requireVersion(posting, version, 'posting');
    const cycle = await getCycle(deps.table, posting.cycleId);
    const changed = changePosting(posting, body.content, { cycle, reason: body.reason, now });
    await commit(deps.table, [postings.update(changed, stamp(actor, 'posting.update', now, body.reason))]);
    return oneOwnView(deps, await getPosting(deps.table, posting.id));
  },

  movePosting: async ({ actor, params, body, version, deps, now }) => {
    const posting = await getPosting(deps.table, params.postingId);
    requireOwner(actor, posting, 'posting');
    requireVersion(posting, version, 'posting');
    const [company, cycle] = await Promise.all([
      getCompany(deps.table, posting.companyId),
      getCycle(deps.table, posting.cycleId),
    ]);
    const moved = movePosting(posting, body, { actor, company, cycle, now });
    await commit(deps.table, [postings.update(moved, stamp(actor, `posting.${body.to}`, now, body.reason))]);
    return oneOwnView(deps, await getPosting(deps.table, posting.id));
  },

  listApplicants: async ({ actor, params, query, deps }) => {
    const posting = await getPosting(deps.table, params.postingId);
    requireOwner(actor, posting, 'posting');
    const ranked = await applicants(deps, posting, await applicationsOf(deps, posting.id));
    const from = ranked.findIndex((applicant) => applicant.id === query.cursor) + 1;
    const items = ranked.slice(from, from + query.limit);
    const last = items.at(-1);
    return {
      items,
      total: ranked.length,
      ...(from + items.length < ranked.length && last && { next: last.id }),
    };
  },

  listCandidates: async ({ params, query, deps }) => {
    const posting = await getPosting(deps.table, params.postingId);
    const document = postingDocument(posting, await getCompany(deps.table, posting.companyId));
    if (document === undefined) return { items: [] };
    const excluded = (await applicationsOf(deps, posting.id)).map(({ studentId }) => studentId);
    const { weights } = await getCycle(deps.table, posting.cycleId);
    const { hits } = await deps.search.rankStudents(
      studentsForPosting(document, { excluded, weights, facets: false, limit: query.limit }),
    );
    const items = await Promise.all(
      hits.map(async (hit) => ({
        studentId: StudentId.parse(hit.id),
        profile: (await findStudent(deps.table, hit.id))?.profile ?? {},
        fit: fitOf(hit),
      })),
    );
    return { items };
  },
};
