import type { Ranked } from '../../functions/ranklist/ties.ts';
import { move } from './order.ts';

export type { Ranked };

/** A line of the list as it is shown; those of one tie have the same place, as two winners share the first. */
export interface Row {
  id: string;
  place: number;
  /** Equal to the row above. */
  equal: boolean;
}

export const rowsOf = (order: readonly Ranked[]): Row[] => {
  let before = 0;
  return order.flatMap((entry) => {
    const ids = [entry].flat();
    const place = before + 1;
    before += ids.length;
    return ids.map((id, index) => ({ id, place, equal: index > 0 }));
  });
};

const orderOf = (rows: readonly Row[]): Ranked[] =>
  rows
    .reduce<string[][]>((entries, { id, equal }) => {
      const above = entries.at(-1);
      if (equal && above !== undefined) above.push(id);
      else entries.push([id]);
      return entries;
    }, [])
    .map((ids) => (ids.length === 1 ? (ids[0] ?? ids) : ids));

/** Without one row; whoever was equal to it stays equal to each other. */
export const without = (order: readonly Ranked[], id: string): Ranked[] =>
  order.flatMap((entry): Ranked[] => {
    const [first, ...others] = [entry].flat().filter((other) => other !== id);
    if (first === undefined) return [];
    return others.length === 0 ? [first] : [[first, ...others]];
  });

/**
 * The row at `from` moved to `to`. Between two equals it is equal to them; anywhere else it stands alone, so that one
 * step up or down out of a tie says that this one is better or worse.
 */
export const moveRow = (order: readonly Ranked[], from: number, to: number): Ranked[] => {
  const moved = rowsOf(order)[from];
  if (moved === undefined) return [...order];
  const others = rowsOf(without(order, moved.id));
  const among = others[to]?.equal === true && to > 0;
  return orderOf(move([...others, { ...moved, equal: among }], others.length, to));
};

/** The row at `index` made equal to the one above, or no longer so; whoever is equal to it goes with it. */
export const toggleEqual = (order: readonly Ranked[], index: number): Ranked[] =>
  orderOf(rowsOf(order).map((row, at) => (at === index ? { ...row, equal: !row.equal } : row)));

export const sameRows = (a: readonly Ranked[], b: readonly Ranked[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
