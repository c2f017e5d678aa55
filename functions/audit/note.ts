import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Action } from './actions.ts';
import { entryKeys } from './store.ts';

/** Writes a line into the trail about what somebody looked at: nothing was changed that it could follow from. */
export const noteLook = async (
  deps: Deps,
  actor: Actor,
  { action, kind, id }: { action: Action; kind: string; id: string },
): Promise<void> => {
  const at = deps.clock.now();
  const by = stamp(actor, action, at);
  const keys = entryKeys({ id: deps.newId(), at, item: id, by: by.by });
  const body = { ...by, entity: `${kind} ${id}`, version: 0 };
  await commit(deps.table, [{ put: { ...keys, body, stamp: by }, if: { absent: true } }]);
};
