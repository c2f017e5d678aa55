import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import { everyItem } from '../table/every.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Item, Query } from '../table/table.ts';

const system = { kind: 'system', task: 'trial' } as const;

/** Removes the items of a query, or those of them that are meant. */
export const removeFound = async (
  deps: Deps,
  query: Pick<Query, 'index' | 'pk' | 'sk'>,
  isMeant: (item: Item) => boolean = () => true,
): Promise<void> => {
  const found = (await Array.fromAsync(everyItem(deps.table, query))).filter(isMeant);
  const by = stamp(system, 'trial.remove', deps.clock.now());
  await writeIndependent(
    deps.table,
    found.map(({ pk, sk }) => ({ delete: { pk, sk, stamp: by } })),
  );
};
