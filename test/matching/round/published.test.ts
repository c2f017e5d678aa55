import { expect, it } from 'vitest';
import { match } from '../../../matching/round/match.ts';
import { verify } from '../../../matching/round/verify.ts';

const lists = (rows: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, row.split(' ')]));
const seats = (rows: Readonly<Record<string, string>>, capacity = 1) =>
  Object.fromEntries(Object.entries(lists(rows)).map(([id, ranking]) => [id, { capacity, ranking }]));

it('solves example 1 of Gale and Shapley 1962: three and three, each side with its own optimum', () => {
  const instance = {
    students: lists({ alpha: 'A B C', beta: 'B C A', gamma: 'C A B' }),
    postings: seats({ A: 'beta gamma alpha', B: 'gamma alpha beta', C: 'alpha beta gamma' }),
  };
  expect(match(instance).assignment).toEqual({ alpha: 'A', beta: 'B', gamma: 'C' });
  expect(match(instance, { proposing: 'postings' }).assignment).toEqual({
    alpha: 'C',
    beta: 'A',
    gamma: 'B',
  });
  expect(match(instance).uniqueStable).toBe(false);
});

it('solves example 2 of Gale and Shapley 1962: the only stable set of marriages', () => {
  const instance = {
    students: lists({ alpha: 'A B C D', beta: 'A D C B', gamma: 'B A C D', delta: 'D B C A' }),
    postings: seats({
      A: 'delta gamma alpha beta',
      B: 'beta delta alpha gamma',
      C: 'delta alpha beta gamma',
      D: 'gamma beta alpha delta',
    }),
  };
  const result = match(instance);
  expect(result.assignment).toEqual({ alpha: 'C', beta: 'D', gamma: 'A', delta: 'B' });
  expect(result.uniqueStable).toBe(true);
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
