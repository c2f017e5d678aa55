import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { match } from '../../../../matching/round/match.ts';
import { verify } from '../../../../matching/round/verify.ts';

const number = (seed: string, student: string): string =>
  createHash('sha256').update(`${seed}\n${student}`).digest('hex');

/** The first seed that draws each of some students before each of others. */
function seedDrawing(first: readonly string[], then: readonly string[]): string {
  for (let seed = 0; ; seed += 1) {
    const drawn = (student: string): string => number(String(seed), student);
    if (first.every((one) => then.every((other) => drawn(one) < drawn(other)))) return String(seed);
  }
}

describe('improvement cycles', () => {
  // the instance of Erdil and Ergin 2008 with the tie at y drawn for one
  const losing = {
    seed: seedDrawing(['one'], ['three']),
    students: { one: ['y', 'x', 'z'], two: ['z', 'y', 'x'], three: ['y', 'z', 'x'] },
    postings: {
      x: { capacity: 1, ranking: ['one', ['two', 'three']] },
      y: { capacity: 1, ranking: ['two', ['one', 'three']] },
      z: { capacity: 1, ranking: ['three', ['one', 'two']] },
    },
  };

  it('exchanges seats that a lottery cost their holders, past equals who cannot be part of it', () => {
    expect(match(losing).assignment).toEqual({ one: 'x', two: 'z', three: 'y' });
  });

  it.each([
    { of: 'a reserve', limit: { reserves: { none: { posting: 'y', seats: 0, students: [] } } } },
    { of: 'a group', limit: { groups: { alone: { capacity: 1, postings: ['y'] } } } },
    {
      of: 'a reserve at the other end',
      limit: { reserves: { none: { posting: 'z', seats: 0, students: [] } } },
    },
  ])('leads through no posting with $of, whose ties count as drawn', ({ limit }) => {
    const result = match({ ...losing, ...limit });
    expect(result.assignment).toEqual({ one: 'x', two: 'y', three: 'z' });
    expect(verify({ ...losing, ...limit }, result)).toEqual([]);
  });

  it('still go on between the other postings, and leave alone whether the drawn market has one result', () => {
    const limited = { ...losing, reserves: { none: { posting: 'x', seats: 0, students: [] } } };
    expect(match(limited)).toMatchObject({
      assignment: { one: 'x', two: 'z', three: 'y' },
      uniqueStable: true,
    });
  });

  it('move nobody who only stands before the cycle', () => {
    // the search begins at "a", whose next is four at z, where the cycle is
    const instance = {
      seed: losing.seed,
      students: { ...losing.students, four: ['a', 'z'], zed: ['a'] },
      postings: {
        ...losing.postings,
        a: { capacity: 1, ranking: ['zed', 'four'] },
        z: { capacity: 2, ranking: ['three', 'four', ['one', 'two']] },
      },
    };
    expect(match(instance).assignment).toEqual({ one: 'x', two: 'z', three: 'y', four: 'z', zed: 'a' });
  });

  it('are carried out as often as two postings have seats to exchange', () => {
    const [as, bs, cs] = ['a', 'b', 'c'].map((letter) => [1, 2, 3].map((n) => letter + String(n)));
    const [a, b, c] = [as ?? [], bs ?? [], cs ?? []];
    const each = (ids: readonly string[], list: readonly string[]) =>
      Object.fromEntries(ids.map((id) => [id, list]));
    const instance = {
      seed: seedDrawing(c, b),
      students: { ...each(a, ['y', 'x']), ...each(b, ['x', 'y']), ...each(c, ['x']) },
      postings: {
        x: { capacity: 3, ranking: [...a, [...b, ...c]] },
        y: { capacity: 3, ranking: [...b, ...a] },
      },
    };
    expect(match(instance).rankHistogram).toEqual({ '1': 6 });
  });
});

describe('the lottery', () => {
  it('is one for all postings: who is drawn first at one is so at every other', () => {
    const seed = seedDrawing(['bo'], ['ann', 'cy']);
    const posting = { capacity: 1, ranking: [['ann', 'bo', 'cy']] };
    const instance = {
      seed,
      students: { ann: ['x', 'y'], bo: ['x', 'y'], cy: ['x', 'y'] },
      postings: { x: posting, y: posting },
    };
    const second = number(seed, 'ann') < number(seed, 'cy') ? { ann: 'y', cy: null } : { ann: null, cy: 'y' };
    expect(match(instance).assignment).toEqual({ bo: 'x', ...second });
  });
});
