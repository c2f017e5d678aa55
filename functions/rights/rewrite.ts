import type { Deps } from '../deps.ts';
import type { Item, Operation } from '../table/table.ts';
import { systemStamp } from './system.ts';

/** The item as `change` leaves it, at the version that was read; signed by the product in place of the person. */
export const rewrite = (deps: Deps, item: Item, change: Partial<Item>): Operation => {
  const { pk, sk, body, index, expiresAt, version } = { ...item, ...change };
  return {
    put: { pk, sk, body, index, stamp: systemStamp(deps), ...(expiresAt !== undefined && { expiresAt }) },
    if: { version },
  };
};
