import { notFound } from '../errors.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { Cycle } from './schema.ts';

const cycleKey = (id: string): Key => ({ pk: `CYCLE#${id}`, sk: 'CYCLE' });
/** All cycles, by when they end. */
export const everyCycle = { index: 'gsi1', pk: 'CYCLES' } as const;

export const cycles = entity({
  schema: Cycle,
  key: (cycle) => cycleKey(cycle.id),
  index: (cycle) => ({ gsi1: { pk: everyCycle.pk, sk: `${cycle.windows.active.to}#${cycle.id}` } }),
});

const over = new Set(['closed', 'archived']);

/** The cycle that is under way: the latest that is not over, else the latest; undefined before the first. A trial is it only while no other is. */
export const findCurrentCycle = async (table: Table): Promise<Cycle | undefined> => {
  const { items: listed } = await cycles.list(table, { ...everyCycle, descending: true, limit: 20 });
  // The phase decides what everyone may do: it is read from the cycles themselves, not from an index that may lag.
  const items = (await Promise.all(listed.map(({ id }) => cycles.get(table, cycleKey(id))))).flatMap(
    (cycle) => cycle ?? [],
  );
  const underWay = items.filter(({ phase }) => !over.has(phase));
  const lasting = ({ trial }: Cycle): boolean => trial === undefined;
  return underWay.find(lasting) ?? underWay[0] ?? items.find(lasting);
};

export const currentCycle = async (table: Table): Promise<Cycle> => {
  const current = await findCurrentCycle(table);
  if (current === undefined) throw notFound('cycle');
  return current;
};

export const findCycle = (table: Table, id: string): Promise<Cycle | undefined> =>
  cycles.get(table, cycleKey(id));

/** By id, or `current`. */
export const getCycle = async (table: Table, id: string): Promise<Cycle> => {
  if (id === 'current') return currentCycle(table);
  const cycle = await findCycle(table, id);
  if (cycle === undefined) throw notFound('cycle');
  return cycle;
};
