import type { Deps } from '../deps.ts';
import type { Change } from '../table/table.ts';

/**
 * Follows committed changes and derives something from them. It may see a change again after a crash:
 * it is idempotent, and proof against order by the item's version.
 */
export interface Consumer {
  name: string;
  /** The kinds of item that concern it; of no other a change has to reach it. */
  kinds: readonly string[];
  /** Which changes of those items it takes; all unless told. */
  when?: (change: Change) => boolean;
  /** Takes wanted changes in commit order, at most `mostAtOnce` at a time. */
  consume: (deps: Deps, changes: readonly Change[]) => Promise<void>;
}
export const mostAtOnce = 100;

/** The kind of item a change is about: the first word of its sort key. */
export const kindOf = ({ key }: Change): string => key.sk.split('#', 1).join('');

/** Whether a consumer has to be shown a change. Of one that cannot be read only the kind is known. */
export const wants = ({ kinds, when }: Consumer, change: Change): boolean =>
  kinds.includes(kindOf(change)) && (change.unreadable !== undefined || when === undefined || when(change));

/** Takes changes one after the other. */
export const each =
  (take: (deps: Deps, change: Change) => Promise<void>): Consumer['consume'] =>
  async (deps, changes) => {
    for (const change of changes) await take(deps, change);
  };
