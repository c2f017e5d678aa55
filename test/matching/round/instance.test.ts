import { describe, expect, it } from 'vitest';
import { InstanceError } from '../../../matching/round/read/instance-error.ts';
import { readInstance } from '../../../matching/round/read/instance-of.ts';

describe('readInstance', () => {
  it('takes no seats, empty lists and one-sided entries', () => {
    const value = {
      students: { ann: ['lab'], bo: [] },
      postings: { lab: { capacity: 0, ranking: ['bo'] }, bank: { capacity: 3, ranking: [] } },
    };
    expect(readInstance(value)).toEqual(value);
  });

  it.each([
    ['no object', [], 'wrongType', 'document'],
    ['no postings', { students: {} }, 'missingMember', 'postings'],
    ['a list that is text', { students: { ann: 'lab' }, postings: {} }, 'wrongType', 'students.ann'],
    ['an id that is a number', { students: { ann: [7] }, postings: {} }, 'wrongType', 'students.ann[0]'],
    [
      'an unknown posting',
      { students: { ann: ['moon'] }, postings: {} },
      'unknownPosting',
      'students.ann[0]',
    ],
    ['an unknown student', posting({ ranking: ['ann', 'eve'] }), 'unknownStudent', 'postings.lab.ranking[1]'],
    ['a duplicate', posting({ ranking: ['ann', 'ann'] }), 'duplicateChoice', 'postings.lab.ranking[1]'],
    ['negative seats', posting({ capacity: -1 }), 'negativeSeats', 'postings.lab.capacity'],
    ['half a seat', posting({ capacity: 1.5 }), 'fractionalSeats', 'postings.lab.capacity'],
    ['seats without end', posting({ capacity: Infinity }), 'fractionalSeats', 'postings.lab.capacity'],
    ['seats as text', posting({ capacity: '1' }), 'wrongType', 'postings.lab.capacity'],
    ['a member that means nothing', { ...posting({}), seeds: 'x' }, 'unknownMember', 'seeds'],
    ['a posting with a member too much', posting({ seats: 1 }), 'unknownMember', 'postings.lab.seats'],
    [
      'a repeat inside a tie',
      posting({ ranking: [['ann', 'ann']] }),
      'duplicateChoice',
      'postings.lab.ranking[0][1]',
    ],
    [
      'a stranger inside a tie',
      posting({ ranking: [['ann', 'eve']] }),
      'unknownStudent',
      'postings.lab.ranking[0][1]',
    ],
    ['an empty tie', posting({ ranking: [[]] }), 'wrongType', 'postings.lab.ranking[0]'],
    [
      'a group of nothing',
      rules({ groups: { g: { capacity: 1, postings: [] } } }),
      'emptyGroup',
      'groups.g.postings',
    ],
    [
      'a group of strangers',
      rules({ groups: { g: { capacity: 1, postings: ['moon'] } } }),
      'unknownPosting',
      'groups.g.postings[0]',
    ],
    [
      'groups that cross',
      rules({
        groups: { g: { capacity: 1, postings: ['a', 'b'] }, h: { capacity: 1, postings: ['b', 'c'] } },
      }),
      'crossingGroups',
      'groups.h.postings',
    ],
    [
      'more reserved than there is',
      rules({ reserves: { r: { posting: 'a', seats: 2, students: [] } } }),
      'reservesExceedSeats',
      'reserves.r.seats',
    ],
    [
      'a student in two reserves of a posting',
      rules({
        reserves: {
          q: { posting: 'b', seats: 1, students: ['ann'] },
          r: { posting: 'b', seats: 1, students: ['ann'] },
        },
      }),
      'overlappingReserves',
      'reserves.r.students[0]',
    ],
    ['a transfer in a circle', rules({ transfers: { a: 'b', b: 'a' } }), 'transferCycle', 'transfers.a'],
    [
      'a transfer out of a group',
      rules({ transfers: { a: 'b' }, groups: { g: { capacity: 1, postings: ['a'] } } }),
      'transferInGroup',
      'transfers.a',
    ],
    ['no ranking', posting({ ranking: undefined }), 'wrongType', 'postings.lab.ranking'],
  ])('refuses %s and names the entry', (_, value, problem, entry) => {
    const read = () => readInstance(value);
    expect(read).toThrow(InstanceError);
    expect(read).toThrow(expect.objectContaining({ problem, entry }));
  });
});

function rules(members: object) {
  const postings = {
    a: { capacity: 1, ranking: [] },
    b: { capacity: 2, ranking: [] },
    c: { capacity: 1, ranking: [] },
  };
  return { students: { ann: [] }, postings, ...members };
}

function posting(changes: object) {
  return { students: { ann: ['lab'] }, postings: { lab: { capacity: 1, ranking: ['ann'], ...changes } } };
}
