import { describe, expect, it } from 'vitest';
import { match } from '../../../matching/round/match.ts';
import { verify } from '../../../matching/round/verify.ts';
import { type Rows, stableMarriages } from './marriages.ts';
import { stableAssignments } from './oracle/stable.ts';

const lists = (rows: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, row.split(' ')]));
const seats = (rows: Readonly<Record<string, string>>, capacity = 1) =>
  Object.fromEntries(Object.entries(lists(rows)).map(([id, ranking]) => [id, { capacity, ranking }]));

/** Marriage markets of men and women who all list each other, with what the source prints. */
const marriages: readonly {
  readonly source: string;
  readonly men: Rows;
  readonly women: Rows;
  /** Wives in the order of the men. */
  readonly best: string;
  readonly worst: string;
  readonly count: number;
}[] = [
  {
    source: 'Gale and Shapley 1962, example 1',
    men: ['1 2 3', '2 3 1', '3 1 2'],
    women: ['2 3 1', '3 1 2', '1 2 3'],
    best: '1 2 3',
    worst: '3 1 2',
    count: 3,
  },
  {
    source: 'Gale and Shapley 1962, example 2: only one is stable',
    men: ['1 2 3 4', '1 4 3 2', '2 1 3 4', '4 2 3 1'],
    women: ['4 3 1 2', '2 4 1 3', '4 1 2 3', '3 2 1 4'],
    best: '3 4 1 2',
    worst: '3 4 1 2',
    count: 1,
  },
  {
    source: 'Knuth 1976; Roth and Sotomayor 1990, example 2.17',
    men: ['1 2 3 4', '2 1 4 3', '3 4 1 2', '4 3 2 1'],
    women: ['4 3 2 1', '3 4 1 2', '2 1 4 3', '1 2 3 4'],
    best: '1 2 3 4',
    worst: '4 3 2 1',
    count: 10,
  },
  {
    source: 'Roth and Sotomayor 1990, example 2.4',
    men: ['2 1 3', '1 3 2', '1 2 3'],
    women: ['1 3 2', '3 1 2', '1 3 2'],
    best: '2 3 1',
    worst: '1 3 2',
    count: 2,
  },
  {
    source: 'Irving, Leather and Gusfield 1987 (Journal of the ACM 34), the instance of size eight',
    men: [
      '3 1 5 7 4 2 8 6',
      '6 1 3 4 8 7 5 2',
      '7 4 3 6 5 1 2 8',
      '5 3 8 2 6 1 4 7',
      '4 1 2 8 7 3 6 5',
      '6 2 5 7 8 4 3 1',
      '7 8 1 6 2 3 4 5',
      '2 6 7 1 8 3 4 5',
    ],
    women: [
      '4 3 8 1 2 5 7 6',
      '3 7 5 8 6 4 1 2',
      '7 5 8 3 6 2 1 4',
      '6 4 2 7 3 1 5 8',
      '8 7 1 5 6 4 3 2',
      '5 4 7 6 2 8 3 1',
      '1 4 5 6 2 8 3 7',
      '2 5 4 3 7 8 1 6',
    ],
    best: '3 1 7 5 4 6 8 2',
    worst: '7 8 2 1 6 4 3 5',
    count: 23,
  },
];

const numbered = (rows: Rows): Record<string, string> =>
  Object.fromEntries(rows.map((row, index) => [String(index + 1), row]));

describe.each(marriages)('$source', ({ men, women, best, worst, count }) => {
  const instance = { students: lists(numbered(men)), postings: seats(numbered(women)) };
  const wives = (proposing: 'students' | 'postings'): string =>
    Object.values(match(instance, { proposing }).assignment).join(' ');

  it('ends in the optimum of the side that proposes', () => {
    expect(wives('students')).toBe(best);
    expect(wives('postings')).toBe(worst);
  });

  it('has as many stable sets of marriages as printed, and says whether there is one', () => {
    const all = stableMarriages(men, women);
    expect(all).toHaveLength(count);
    expect(all).toEqual(expect.arrayContaining([best, worst]));
    expect(match(instance).uniqueStable).toBe(count === 1);
  });

  it.each(['students', 'postings'] as const)('verifies when %s propose', (proposing) => {
    expect(verify(instance, match(instance, { proposing }))).toEqual([]);
  });
});

it('solves the college admissions of Roth 1985, whose only stable result every college would give up', () => {
  // Journal of Economic Theory 36; also Roth and Sotomayor 1990, chapter 5
  const instance = {
    students: lists({ s1: 'C3 C1 C2', s2: 'C2 C1 C3', s3: 'C1 C3 C2', s4: 'C1 C2 C3' }),
    postings: {
      C1: { capacity: 2, ranking: ['s1', 's2', 's3', 's4'] },
      C2: { capacity: 1, ranking: ['s1', 's2', 's3', 's4'] },
      C3: { capacity: 1, ranking: ['s3', 's1', 's2', 's4'] },
    },
  };
  const only = { s1: 'C3', s2: 'C2', s3: 'C1', s4: 'C1' };
  expect(stableAssignments(instance)).toEqual([only]);
  expect(match(instance)).toMatchObject({ assignment: only, uniqueStable: true });
  expect(match(instance, { proposing: 'postings' }).assignment).toEqual(only);
});

it('solves the example with which the NRMP explains its algorithm', () => {
  const instance = {
    students: lists({
      Arthur: 'City',
      Sunny: 'City Mercy',
      Joseph: 'City General Mercy',
      Latha: 'Mercy City General',
      Darrius: 'City Mercy General',
    }),
    postings: seats(
      {
        Mercy: 'Darrius Joseph',
        City: 'Darrius Arthur Sunny Latha Joseph',
        General: 'Darrius Arthur Joseph Latha',
      },
      2,
    ),
  };
  const result = match(instance);
  expect(result.assignment).toEqual({
    Arthur: 'City',
    Sunny: null,
    Joseph: 'General',
    Latha: 'General',
    Darrius: 'City',
  });
  expect(stableAssignments(instance)).toEqual([result.assignment]);
  expect(result.uniqueStable).toBe(true);
  expect(verify(instance, result)).toEqual([]);
});

it('improves on the lottery as in the introduction of Erdil and Ergin 2008', () => {
  // three schools; whichever way the tie at x falls, no student can be better off without another being worse off
  const instance = {
    students: lists({ one: 'y x z', two: 'z y x', three: 'y z x' }),
    postings: {
      x: { capacity: 1, ranking: ['one', ['two', 'three']] },
      y: { capacity: 1, ranking: ['two', ['one', 'three']] },
      z: { capacity: 1, ranking: ['three', ['one', 'two']] },
    },
  };
  const results = Array.from(
    { length: 20 },
    (_, seed) => match({ ...instance, seed: String(seed) }).assignment,
  );
  const efficient = [
    { one: 'y', two: 'z', three: 'x' },
    { one: 'x', two: 'z', three: 'y' },
    { one: 'y', two: 'x', three: 'z' },
    { one: 'x', two: 'y', three: 'z' },
  ];
  for (const result of results) {
    expect(efficient).toContainEqual(result);
    expect(result).not.toEqual(efficient[3]);
  }
});
