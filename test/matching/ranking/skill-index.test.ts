import { expect, it } from 'vitest';
import { Occurrences } from '../../../matching/ranking/posting-lists.ts';
import { SkillIndex } from '../../../matching/ranking/skill-index.ts';

it('adds up what the skills are worth that two share, to both', () => {
  const index = new SkillIndex(new Occurrences());
  index.add(0, new Map([['sql', 2], ['python', 1]])); // prettier-ignore
  index.add(1, new Map());
  index.add(2, new Map([['python', 2]]));
  const shared = (...skills: [string, number][]) => [...index.shared(new Map(skills), 3).subarray(0, 3)];
  expect(shared(['sql', 1], ['python', 1], ['cobol', 1])).toEqual([3, 0, 2]);
  expect(shared(['python', 3])).toEqual([3, 0, 6]);
  expect(shared()).toEqual([0, 0, 0]);
});
