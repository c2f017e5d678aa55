import type { Deps } from './deps.ts';
import { ItemUnreadable } from './errors.ts';

/** Leaves an item that cannot be read out of what is found among many, and says so to the operator. */
export const orLeftOut = async <T>(
  deps: Partial<Pick<Deps, 'log'>>,
  read: () => T | Promise<T>,
): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ItemUnreadable)) throw error;
    deps.log?.({ level: 'error', event: 'item_left_out', kind: error.kind, error: error.message });
    return undefined;
  }
};
