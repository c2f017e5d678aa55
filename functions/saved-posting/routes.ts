import type { Handlers } from '../call.ts';
import { notFound, stale } from '../errors.ts';
import { isReadable } from '../posting/rules.ts';
import { findPosting, getPosting } from '../posting/store.ts';
import { postingViews } from '../posting/view.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { savedPostingOperations } from './api.ts';
import { requireRoom, savedPostingCap } from './rules.ts';
import { findSavedPosting, savedPostings, savedPostingsOf } from './store.ts';

const lostRace = () => stale('list of saved internships');

export const savedPostingHandlers: Handlers<keyof typeof savedPostingOperations> = {
  listSavedPostings: async ({ actor, deps }) => {
    const saved = await savedPostingsOf(deps.table, actor.studentId);
    const found = await Promise.all(saved.map(({ postingId }) => findPosting(deps.table, postingId)));
    const readable = found.filter((posting) => posting !== undefined && isReadable(posting));
    const views = await postingViews(
      deps.table,
      readable.filter((posting) => posting !== undefined),
    );
    const byId = new Map(views.map((view) => [String(view.id), view]));
    const items = saved.flatMap(({ postingId, savedAt }) => {
      const posting = byId.get(postingId);
      return posting === undefined ? [] : [{ posting, savedAt }];
    });
    return { items, cap: savedPostingCap };
  },

  savePosting: async ({ actor, params, deps, now }) => {
    const { studentId } = actor;
    const posting = await getPosting(deps.table, params.postingId);
    if (!isReadable(posting)) throw notFound('posting');
    const list = await savedPostingsOf(deps.table, studentId);
    if (list.some(({ postingId }) => postingId === posting.id)) return;
    requireRoom(list);
    const saved = { studentId, postingId: posting.id, savedAt: now };
    await commit(
      deps.table,
      [savedPostings.create(saved, stamp(actor, 'saved_posting.save', now))],
      lostRace,
    );
  },

  unsavePosting: async ({ actor, params, deps, now }) => {
    const saved = await findSavedPosting(deps.table, actor.studentId, params.postingId);
    if (saved === undefined) return;
    await commit(
      deps.table,
      [savedPostings.remove(saved, stamp(actor, 'saved_posting.remove', now))],
      lostRace,
    );
  },
};
