import { describe, expect, it } from 'vitest';
import { changesOf, movesIn, placeOf } from '../../web/coordinator/weights-move.ts';

const row = (id: string, skills = 0.2, dates = 0.1) => ({
  posting: { id },
  fit: {
    parts: [
      { criterion: 'skills' as const, points: skills },
      { criterion: 'dates' as const, points: dates },
    ],
  },
});

describe('a list under other weights', () => {
  it('has each posting beside what it was, and none beside one that is new', () => {
    const current = [row('a'), row('b'), row('c')];
    const moves = movesIn({ current, proposed: [row('c'), row('a'), row('d')] });
    expect(moves.map(({ hit, before }) => [hit.posting.id, before?.was])).toEqual([
      ['c', 3],
      ['a', 1],
      ['d', undefined],
    ]);
    expect(moves[0]?.before?.hit).toBe(current[2]);
    expect(placeOf([row('c')], row('b'))).toBeUndefined();
  });

  it('names the criteria whose points changed as they are shown, most first', () => {
    expect(changesOf(row('a', 0.2, 0.1), row('a', 0.21, 0.04))).toEqual([
      { criterion: 'dates', from: 10, to: 4 },
      { criterion: 'skills', from: 20, to: 21 },
    ]);
    const more = changesOf(row('a', 0.2, 0.1), row('a', 0.26, 0.09));
    expect(more.map(({ criterion }) => criterion)).toEqual(['skills', 'dates']);
    expect(changesOf(row('a', 0.2, 0.1), row('a', 0.203, 0.1))).toEqual([]);
    const unweighted = { ...row('a'), fit: { parts: row('a').fit.parts.slice(1) } };
    expect(changesOf(row('a'), unweighted)).toEqual([{ criterion: 'skills', from: 20, to: 0 }]);
    expect(changesOf(unweighted, row('a'))).toEqual([{ criterion: 'skills', from: 0, to: 20 }]);
  });
});
