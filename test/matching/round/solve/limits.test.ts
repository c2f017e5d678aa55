import { describe, expect, it } from 'vitest';
import { match } from '../../../../matching/round/match.ts';

describe('reserves', () => {
  it.each(['students', 'postings'] as const)(
    'keep their seat whoever comes last, when %s propose',
    (proposing) => {
      // whatever the order of proposals: one member leaves for the other, and the one who is ranked first must not get in
      for (const [outsider, one, other] of [
        ['a', 'b', 'c'],
        ['c', 'a', 'b'],
        ['b', 'c', 'a'],
      ] as const) {
        const instance = {
          students: { a: ['lab'], b: ['lab'], c: ['lab'] },
          postings: { lab: { capacity: 1, ranking: [outsider, one, other] } },
          reserves: { members: { posting: 'lab', seats: 1, students: [one, other] } },
        };
        expect(match(instance, { proposing }).assignment).toMatchObject({ [one]: 'lab', [outsider]: null });
      }
    },
  );

  it.each(['students', 'postings'] as const)('count only their own seats, when %s propose', (proposing) => {
    const instance = {
      students: { ann: ['lab'], bo: ['lab'], cy: ['lab'] },
      postings: { lab: { capacity: 2, ranking: ['bo', 'ann', 'cy'] } },
      reserves: { members: { posting: 'lab', seats: 1, students: ['bo', 'cy'] } },
    };
    expect(match(instance, { proposing }).assignment).toEqual({ ann: 'lab', bo: 'lab', cy: null });
  });
});

describe('postings that propose', () => {
  it('offer every seat again that was left, also two at once', () => {
    const instance = {
      students: { ann: ['y', 'z'], bo: ['y', 'z'], cy: ['z'], dee: ['z'] },
      postings: {
        y: { capacity: 2, ranking: ['ann', 'bo'] },
        z: { capacity: 2, ranking: ['ann', 'bo', 'cy', 'dee'] },
      },
    };
    expect(match(instance, { proposing: 'postings' }).assignment).toEqual({
      ann: 'y',
      bo: 'y',
      cy: 'z',
      dee: 'z',
    });
  });
});
