import { expect, it } from 'vitest';
import { criterionNames } from '../../../matching/ranking/weights.ts';
import { readProfiles } from './read.ts';
import { profileFigures } from './report.ts';

it('grades known students and postings only, on one scale', () => {
  const { students, postings, grade } = readProfiles();
  expect([students.length, postings.length]).toEqual([60, 40]);
  const grades = students.flatMap(({ id }) => postings.map((posting) => grade(id, posting.id)));
  expect(new Set(grades)).toEqual(new Set([0, 1, 2, 3]));
  expect(grade('s44', 'dev1')).toBe(1);
  expect(grade('s45', 'dev1')).toBe(3);
});

it('finds the whole plan better than any criterion alone', () => {
  const figures = profileFigures();
  const whole = figures['whole plan']?.ndcg ?? 0;
  expect(whole).toBeGreaterThan(0.9);
  for (const name of criterionNames) {
    expect(figures[`${name} alone`]?.ndcg).toBeLessThan(whole);
    expect(figures[`without ${name}`]?.ndcg).toBeLessThan(whole + 0.005);
  }
  expect(figures['whole plan']?.unseen).toBe(0);
});
