import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../matching/round/explain.ts';
import { match } from '../../../matching/round/match.ts';
import { instances } from './instances.ts';

const instance = {
  students: { ann: ['closed', 'deaf', 'lab', 'bank', 'shop'], bo: ['lab'] },
  postings: {
    closed: { capacity: 0, ranking: ['ann'] },
    deaf: { capacity: 1, ranking: [] },
    lab: { capacity: 1, ranking: ['bo', 'ann'] },
    bank: { capacity: 1, ranking: ['ann'] },
    shop: { capacity: 1, ranking: ['ann'] },
  },
};

describe('explain', () => {
  it('says for each choice in order what became of it', () => {
    expect(explain(instance, match(instance), 'ann')).toEqual({
      student: 'ann',
      assigned: 'bank',
      choices: [
        { posting: 'closed', rank: 1, outcome: 'noSeats' },
        { posting: 'deaf', rank: 2, outcome: 'notRankedByPosting' },
        { posting: 'lab', rank: 3, outcome: 'fullWithHigherRanked', seats: 1 },
        { posting: 'bank', rank: 4, outcome: 'assigned' },
        { posting: 'shop', rank: 5, outcome: 'belowAssigned' },
      ],
    });
  });

  it('refuses a student who is not in the round', () => {
    expect(() => explain(instance, match(instance), 'constructor')).toThrow(RangeError);
  });

  it('tells of nobody else', () => {
    fc.assert(
      fc.property(instances(6, 5), (any) => {
        const result = match(any);
        for (const student of Object.keys(any.students)) {
          const text = JSON.stringify(explain(any, result, student));
          const others = Object.keys(any.students).filter((other) => other !== student);
          expect(others.filter((other) => text.includes(`"${other}"`))).toEqual([]);
        }
      }),
    );
  });
});
