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
      stillOpen: [],
    });
  });

  it('names what is still open for who got nothing, but not what did not rank them', () => {
    const more = { ...instance, students: { ...instance.students, cy: ['lab', 'deaf'] } };
    expect(explain(more, match(more), 'cy').stillOpen).toEqual(['shop']);
  });

  it('calls no posting open whose group is full, and says that the shared seats were taken', () => {
    const shared = {
      students: { ann: ['web', 'data'], bo: ['data'], cy: ['web'], dee: [] },
      postings: {
        web: { capacity: 2, ranking: ['cy', 'ann'] },
        data: { capacity: 1, ranking: ['bo', 'ann'] },
      },
      groups: { acme: { capacity: 2, postings: ['web', 'data'] } },
    };
    const result = match(shared);
    expect(explain(shared, result, 'dee').stillOpen).toEqual([]);
    expect(explain(shared, result, 'ann').choices[0]).toEqual({
      posting: 'web',
      rank: 1,
      outcome: 'groupFull',
      seats: 2,
    });
  });

  it('does not tell that every seat was reserved: who knows for whom would know who came in', () => {
    const reserved = {
      students: { ann: ['lab'], bo: ['lab'] },
      postings: { lab: { capacity: 1, ranking: ['ann', 'bo'] } },
      reserves: { overseas: { posting: 'lab', seats: 1, students: ['bo'] } },
    };
    expect(explain(reserved, match(reserved), 'ann').choices).toEqual([
      { posting: 'lab', rank: 1, outcome: 'fullWithHigherOrReserved', seats: 1 },
    ]);
  });

  it('claims no rank where a reserved seat may have gone to somebody ranked lower', () => {
    const reserved = {
      students: { ann: ['lab'], bo: ['lab'], cy: ['lab'] },
      postings: { lab: { capacity: 2, ranking: ['ann', 'bo', 'cy'] } },
      reserves: { overseas: { posting: 'lab', seats: 1, students: ['cy'] } },
    };
    expect(explain(reserved, match(reserved), 'bo').choices).toEqual([
      { posting: 'lab', rank: 1, outcome: 'fullWithHigherOrReserved', seats: 2 },
    ]);
    // Also when nobody of the reserve came: the difference would tell where somebody was ranked.
    const unwanted = { ...reserved, students: { ...reserved.students, dan: ['lab'], cy: [] } };
    const postings = { lab: { capacity: 1, ranking: ['ann', 'bo', 'dan'] } };
    const result = match({ ...unwanted, postings });
    expect(explain({ ...unwanted, postings }, result, 'dan').choices[0]?.outcome).toBe(
      'fullWithHigherOrReserved',
    );
  });

  it('says of a posting without a seat that it had none, whomever it ranked', () => {
    const paused = {
      students: { ann: ['lab'], bo: ['lab'] },
      postings: { lab: { capacity: 0, ranking: ['bo'] } },
    };
    for (const student of ['ann', 'bo'])
      expect(explain(paused, match(paused), student).choices).toEqual([
        { posting: 'lab', rank: 1, outcome: 'noSeats' },
      ]);
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
