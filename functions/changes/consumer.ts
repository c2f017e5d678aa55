import type { Deps } from '../deps.ts';
import type { Change } from '../table/table.ts';

/**
 * Follows committed changes and derives something from them. It may see a change again after a crash:
 * it is idempotent, and proof against order by the item's version.
 */
export interface Consumer {
  name: string;
  wants: (change: Change) => boolean;
  /** Takes wanted changes in commit order, at most 100 at a time. */
  consume: (deps: Deps, changes: readonly Change[]) => Promise<void>;
}

/** The kind of item a change is about: the first word of its sort key. */
export const kindOf = ({ key }: Change): string => key.sk.split('#', 1).join('');

/** Takes changes one after the other. */
export const each =
  (take: (deps: Deps, change: Change) => Promise<void>): Consumer['consume'] =>
  async (deps, changes) => {
    for (const change of changes) await take(deps, change);
  };
