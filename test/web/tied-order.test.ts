import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveRow, type Ranked, rowsOf, toggleEqual, without } from '../../web/components/tied-order.ts';

const lists = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 })
  .chain((ids) =>
    fc
      .array(fc.boolean(), { minLength: ids.length, maxLength: ids.length })
      .map((equal) =>
        ids.reduce<readonly Ranked[]>(
          (order, _, at) => (equal[at] === true && at > 0 ? toggleEqual(order, at) : order),
          ids,
        ),
      ),
  );

describe('a list with equals', () => {
  it('gives equals one place, and whoever comes next the place after all of them', () => {
    expect(rowsOf(['a', ['b', 'c'], 'd']).map(({ place, equal }) => [place, equal])).toEqual([
      [1, false],
      [2, false],
      [2, true],
      [4, false],
    ]);
  });
  it('makes a row equal to the one above and takes it back, with all that is equal to it', () => {
    expect(toggleEqual(['a', ['b', 'c'], 'd'], 1)).toEqual([['a', 'b', 'c'], 'd']);
    expect(toggleEqual([['a', 'b', 'c'], 'd'], 1)).toEqual(['a', ['b', 'c'], 'd']);
    expect(toggleEqual([['a', 'b']], 1)).toEqual(['a', 'b']);
  });
  it('leaves the equals behind when a row goes to their edge, and joins them in between', () => {
    expect(moveRow(['x', ['a', 'b']], 2, 1)).toEqual(['x', 'b', 'a']);
    expect(moveRow([['a', 'b', 'c']], 0, 2)).toEqual([['b', 'c'], 'a']);
    expect(moveRow([['a', 'b'], 'c'], 2, 1)).toEqual([['a', 'c', 'b']]);
    expect(moveRow(['a', ['b', 'c']], 0, 1)).toEqual([['b', 'a', 'c']]);
    expect(moveRow([['a', 'b', 'c']], 2, 1)).toEqual([['a', 'c', 'b']]);
  });
  it('keeps the others equal when the first of them is taken out, and no tie of one', () => {
    expect(without(['x', ['a', 'b', 'c']], 'a')).toEqual(['x', ['b', 'c']]);
    expect(without([['a', 'b']], 'a')).toEqual(['b']);
  });
  it('after any move holds everyone once, in the row asked for, and the others as they were', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), (order, from, to) => {
        const size = order.flat().length;
        const [here, there] = [from % size, to % size];
        const id = order.flat()[here] ?? '';
        const moved = moveRow(order, here, there);
        expect(moved.flat().indexOf(id)).toBe(there);
        expect(without(moved, id)).toEqual(without(order, id));
        expect(moved.every((entry) => typeof entry === 'string' || entry.length > 1)).toBe(true);
      }),
    );
  });
});
