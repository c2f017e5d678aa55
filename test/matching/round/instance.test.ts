import { describe, expect, it } from 'vitest';
import { InstanceError, readInstance } from '../../../matching/round/instance.ts';

describe('readInstance', () => {
  it('takes no seats, empty lists and one-sided entries', () => {
    const value = {
      students: { ann: ['lab'], bo: [] },
      postings: { lab: { capacity: 0, ranking: ['bo'] }, bank: { capacity: 3, ranking: [] } },
    };
    expect(readInstance(value)).toEqual(value);
  });

  it.each([
    ['no object', [], 'wrongType', 'instance'],
    ['no postings', { students: {} }, 'wrongType', 'postings'],
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
    ['no ranking', posting({ ranking: undefined }), 'wrongType', 'postings.lab.ranking'],
  ])('refuses %s and names the entry', (_, value, problem, entry) => {
    const read = () => readInstance(value);
    expect(read).toThrow(InstanceError);
    expect(read).toThrow(expect.objectContaining({ problem, entry }));
  });
});

function posting(changes: object) {
  return { students: { ann: ['lab'] }, postings: { lab: { capacity: 1, ranking: ['ann'], ...changes } } };
}
