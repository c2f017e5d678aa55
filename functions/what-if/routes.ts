import type { Matched } from '../../matching/round/compare.ts';
import type { Handlers } from '../call.ts';
import type { Deps } from '../deps.ts';
import type { CycleId, RoundId } from '../ids.ts';
import { type Aliases, aliasesOf } from '../round/aliases.ts';
import { requireKept } from '../round/rules.ts';
import { storedInstance, storedResult } from '../round/run.ts';
import { getRound } from '../round/store.ts';
import { decodeCursor, encodeCursor, invalidCursor } from '../table/cursor.ts';
import { answer, named } from './ask.ts';
import type { whatIfOperations } from './api.ts';
import { requireQuick, requireResult } from './rules.ts';
import { subjectsOf } from './subjects.ts';

/** A computed round as it was matched, from its stored bytes. */
const matchedRound = async (
  deps: Deps,
  roundId: RoundId,
): Promise<{ cycleId: CycleId; matched: Matched; aliases: Aliases }> => {
  const { id, cycleId, snapshot, result } = requireResult(requireKept(await getRound(deps.table, roundId)));
  requireQuick(snapshot);
  const [instance, stored, aliases] = await Promise.all([
    storedInstance(deps, snapshot),
    storedResult(deps, result),
    aliasesOf(deps.table, id),
  ]);
  return { cycleId, matched: { instance, result: stored }, aliases };
};

/** One page of a list that is computed anew for each. A cursor is the place of the page's first entry. */
const pageOf = <T>(all: readonly T[], { cursor, limit }: { cursor?: string | undefined; limit: number }) => {
  const from = cursor === undefined ? 0 : Number(decodeCursor(cursor, 1)[0]);
  if (!Number.isSafeInteger(from) || from < 0) throw invalidCursor();
  const to = from + limit;
  return { items: all.slice(from, to), ...(to < all.length && { next: encodeCursor([String(to)]) }) };
};

export const whatIfHandlers: Handlers<keyof typeof whatIfOperations> = {
  askWhatIf: async ({ params, query, body, deps }) => {
    const { matched, aliases } = await matchedRound(deps, params.roundId);
    const { moves, ...figures } = await answer(deps.table, { matched, aliases }, body.changes);
    const page = pageOf(moves, query);
    return { ...figures, ...page, items: await named(deps.table, page.items, aliases) };
  },

  listWhatIfSubjects: async ({ params, query, deps }) =>
    pageOf(await subjectsOf(deps.table, await matchedRound(deps, params.roundId), query), query),
};
