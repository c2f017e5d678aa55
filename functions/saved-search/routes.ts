import type { StudentActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import type { Deps } from '../deps.ts';
import { stale } from '../errors.ts';
import { SavedSearchId } from '../ids.ts';
import { requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Operation, Stamp } from '../table/table.ts';
import type { savedSearchOperations } from './api.ts';
import { firstWindow, requireNotSaved, requireRoom, savedSearchCap } from './rules.ts';
import type { Digest, SavedSearch } from './schema.ts';
import { digests, findDigest, getSearch, savedSearches, searchesOf } from './store.ts';
import { zoneOf } from './zone.ts';

/**
 * The digest that goes with a search as it is saved. It is part of the same write, so that of two searches saved at
 * once one is refused: none goes above the cap. What is still to be told stays to be told when the last digest is
 * turned off; the clock ends the window.
 */
const digestWith = async (
  deps: Deps,
  before: Digest | undefined,
  change: { actor: StudentActor; lang: Digest['lang']; on: boolean; by: Stamp },
): Promise<Operation> => {
  const { actor, lang, on, by } = change;
  const { studentId, email } = actor;
  const window =
    before?.window ?? (on ? firstWindow(by.at, await zoneOf(deps.table, studentId, by.at)) : undefined);
  const digest = { studentId, email, lang, ...(window && { window }) };
  return before === undefined
    ? digests.create(digest, by)
    : digests.update({ ...digest, version: before.version }, by);
};

const lostRace = () => stale('list of saved searches');

export const savedSearchHandlers: Handlers<keyof typeof savedSearchOperations> = {
  listSavedSearches: async ({ actor, deps }) => ({
    items: await searchesOf(deps.table, actor.studentId),
    cap: savedSearchCap,
  }),

  saveSearch: async ({ actor, body, deps, now }) => {
    const { name, conditions, digest: on, lang } = body;
    const { studentId } = actor;
    // Read before the list: a search saved in between makes the write fail.
    const digest = await findDigest(deps.table, studentId);
    const list = await searchesOf(deps.table, studentId);
    requireRoom(list);
    requireNotSaved(list, conditions);
    const by = stamp(actor, 'saved_search.save', now);
    const id = SavedSearchId.parse(`sav_${deps.newId()}`);
    const search = { id, studentId, name, conditions, digest: on, createdAt: now };
    await commit(
      deps.table,
      [savedSearches.create(search, by), await digestWith(deps, digest, { actor, lang, on, by })],
      lostRace,
    );
    return getSearch(deps.table, studentId, id);
  },

  updateSavedSearch: async ({ actor, params, body, version, deps, now }) => {
    const { name, digest: on, lang } = body;
    const search = await getSearch(deps.table, actor.studentId, params.savedSearchId);
    requireVersion(search, version, 'saved search');
    const by = stamp(actor, 'saved_search.update', now);
    const changed: SavedSearch = { ...search, name, digest: on };
    const digest = await findDigest(deps.table, actor.studentId);
    await commit(
      deps.table,
      [savedSearches.update(changed, by), await digestWith(deps, digest, { actor, lang, on, by })],
      lostRace,
    );
    return getSearch(deps.table, actor.studentId, search.id);
  },

  deleteSavedSearch: async ({ actor, params, version, deps, now }) => {
    const search = await getSearch(deps.table, actor.studentId, params.savedSearchId);
    requireVersion(search, version, 'saved search');
    await commit(deps.table, [savedSearches.remove(search, stamp(actor, 'saved_search.delete', now))]);
  },
};
