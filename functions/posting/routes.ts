import { applicantsPage } from '../application/applicants.ts';
import { isLive } from '../application/rules.ts';
import { waits } from '../application/waiting.ts';
import { applications, ofPosting } from '../application/store.ts';
import type { Handlers } from '../call.ts';
import { getCompany } from '../company/store.ts';
import { currentCycle, getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../errors.ts';
import { PostingId } from '../ids.ts';
import { requireOwner, requireVersion } from '../ownership.ts';
import { fitOfPosting } from '../ranking/fit.ts';
import { postingSeating } from '../seating/view.ts';
import { stamp } from '../stamp.ts';
import { findStudent } from '../student/store.ts';
import { commit } from '../table/entity.ts';
import type { postingOperations } from './api.ts';
import { browsePostings } from './browse.ts';
import { candidatesPage } from './candidates.ts';
import { changePosting, isReadable, movePosting, requireTimeToApply } from './rules.ts';
import type { Posting, PostingView } from './schema.ts';
import { similarPostings } from './similar.ts';
import { getPosting, ofCompany, ofCycle, postings, savePosting } from './store.ts';
import { forThoseWhoRun, postingView, postingViews } from './view.ts';

const applicationsOf = async (deps: Deps, postingId: string) =>
  Array.fromAsync(applications.all(deps.table, ofPosting(postingId)));

/** For those who run a posting: with the number of its live applications, and of those that wait for an answer. */
const ownView = async (deps: Deps, posting: Posting): Promise<PostingView> => {
  const list = await applicationsOf(deps, posting.id);
  return {
    ...forThoseWhoRun(await postingView(deps.table, posting), posting),
    applications: list.filter(({ state }) => isLive(state)).length,
    waiting: list.filter(({ state }) => waits(state)).length,
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
    const views = await postingViews(deps.table, page.items);
    const items = page.items.flatMap((posting, at) => {
      const view = views[at];
      return view ? [forThoseWhoRun(view, posting)] : [];
    });
    return { ...page, items };
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
    requireTimeToApply(body, now, '/validUntil');
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
    const change = { before: posting, after: changed, pointer: '/content/capacity' };
    await savePosting(deps.table, change, stamp(actor, 'posting.update', now, body.reason));
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
    const by = stamp(actor, `posting.${body.to}`, now, body.reason);
    // A coordinator may take a posting out at any time: whoever approves the round is then told of it.
    if (actor.kind === 'coordinator') await commit(deps.table, [postings.update(moved, by)]);
    else await savePosting(deps.table, { before: posting, after: moved, pointer: '/to' }, by);
    return oneOwnView(deps, await getPosting(deps.table, posting.id));
  },

  listApplicants: async ({ actor, params, query, deps }) => {
    const posting = await getPosting(deps.table, params.postingId);
    requireOwner(actor, posting, 'posting');
    return applicantsPage(deps, posting, await applicationsOf(deps, posting.id), query);
  },

  listCandidates: async ({ params, query, deps }) => {
    const posting = await getPosting(deps.table, params.postingId);
    return candidatesPage(deps, posting, await applicationsOf(deps, posting.id), query);
  },
};
