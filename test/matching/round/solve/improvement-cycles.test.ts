import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { match } from '../../../../matching/round/match.ts';
import { verify } from '../../../../matching/round/verify.ts';

const number = (seed: string, student: string): string =>
  createHash('sha256').update(`${seed}\n${student}`).digest('hex');

/** The first seed that draws the students in this order. */
function seedDrawing(...students: readonly string[]): string {
  for (let seed = 0; ; seed += 1) {
    const numbers = students.map((student) => number(String(seed), student));
    if (numbers.every((one, index) => one >= (numbers[index - 1] ?? ''))) return String(seed);
  }
}

describe('improvement cycles', () => {
  // the instance of Erdil and Ergin 2008 with the tie at y drawn for one
  const losing = {
    seed: seedDrawing('one', 'three'),
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
});

describe('the lottery', () => {
  it('is one for all postings: who is drawn first at one is so at every other', () => {
    const seed = seedDrawing('bo', 'ann', 'cy');
    const posting = { capacity: 1, ranking: [['ann', 'bo', 'cy']] };
    const instance = {
      seed,
      students: { ann: ['x', 'y'], bo: ['x', 'y'], cy: ['x', 'y'] },
      postings: { x: posting, y: posting },
    };
    expect(match(instance).assignment).toEqual({ bo: 'x', ann: 'y', cy: null });
  });
});
