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

/** Admissions to several seats, with what the source prints: each student's posting, in the order of the students. */
const admissions: readonly {
  readonly source: string;
  readonly students: Readonly<Record<string, string>>;
  readonly postings: Readonly<Record<string, readonly [capacity: number, ranking: string]>>;
  readonly best: string;
  readonly worst: string;
}[] = [
  {
    source:
      'Gusfield and Irving 1989, section 1.6.5 (the hospital-optimal result printed there is not stable)',
    students: {
      s01: '3 1 5 4',
      s02: '1 3 4 2 5',
      s03: '4 5 3 1 2',
      s04: '3 4 1 5',
      s05: '1 4 2',
      s06: '4 3 2 1 5',
      s07: '2 5 1 3',
      s08: '1 3 2 5 4',
      s09: '4 1 5',
      s10: '3 1 5 2 4',
      s11: '5 4 1 3 2',
    },
    postings: {
      1: [4, 's03 s07 s09 s11 s05 s04 s10 s08 s06 s01 s02'],
      2: [1, 's05 s07 s10 s06 s08 s02 s03 s11'],
      3: [3, 's11 s06 s08 s03 s02 s04 s07 s01 s10'],
      4: [2, 's10 s01 s02 s11 s04 s09 s05 s03 s06 s08'],
      5: [1, 's02 s04 s10 s07 s06 s01 s08 s03 s11 s09'],
    },
    best: '3 1 4 3 1 3 2 1 4 1 5',
    worst: '4 5 3 1 1 3 2 3 1 4 1',
  },
  {
    source: 'Roth and Sotomayor 1990, example 2.9: a man stays single',
    students: { m1: '1 2 3 4', m2: '4 2 3 1', m3: '4 3 1 2', m4: '1 4 3 2', m5: '1 2 4' },
    postings: {
      1: [1, 'm2 m3 m1 m4 m5'],
      2: [1, 'm3 m1 m2 m4 m5'],
      3: [1, 'm5 m4 m1 m2 m3'],
      4: [1, 'm1 m4 m5 m2 m3'],
    },
    best: '1 2 3 4 -',
    worst: '4 1 2 3 -',
  },
  {
    source: 'Roth and Sotomayor 1990, page 16: all improve when their side proposes',
    students: { s1: '5 1', s2: '2 5 1', s3: '3 1', s4: '4 1', s5: '1 2', s6: '1 3', s7: '1 3 4' },
    postings: {
      1: [3, 's1 s2 s3 s4 s5 s6 s7'],
      2: [1, 's5 s2'],
      3: [1, 's6 s7 s3'],
      4: [1, 's7 s4'],
      5: [1, 's2 s1'],
    },
    best: '5 2 3 4 1 1 1',
    worst: '1 5 1 1 2 3 4',
  },
  {
    source: 'the NRMP, Run a Match: in the order Anderson, Chen, Davis, Eastman, Ford',
    students: {
      Anderson: 'City',
      Chen: 'City Mercy',
      Davis: 'Mercy City General',
      Eastman: 'City Mercy General',
      Ford: 'City General Mercy',
    },
    postings: {
      Mercy: [2, 'Chen Ford'],
      City: [2, 'Eastman Anderson Chen Davis Ford'],
      General: [2, 'Eastman Anderson Ford Davis'],
    },
    best: 'City Mercy General City General',
    worst: 'City Mercy General City General',
  },
];

describe.each(admissions)('$source', ({ students, postings, best, worst }) => {
  const instance = {
    students: lists(students),
    postings: Object.fromEntries(
      Object.entries(postings).map(([id, [capacity, ranking]]) => [
        id,
        { capacity, ranking: ranking.split(' ') },
      ]),
    ),
  };

  it.each([
    ['students', best],
    ['postings', worst],
  ] as const)('ends in the printed result when %s propose', (proposing, printed) => {
    const result = match(instance, { proposing });
    const placed = Object.keys(students).map((id) => result.assignment[id] ?? '-');
    expect(placed.join(' ')).toBe(printed);
    expect(result.uniqueStable).toBe(best === worst);
    expect(verify(instance, result)).toEqual([]);
  });
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
