import { describe, expect, it } from 'vitest';
import { postingsForStudent, studentsForPosting } from '../../../matching/ranking/plan.ts';
import { criterionNames, defaultWeights, noWeights, normalised } from '../../../matching/ranking/weights.ts';
import { posting, student } from './documents.ts';

describe('weights', () => {
  it.each([NaN, -1, -0.000_1, Infinity, -Infinity])('that are %s are refused by name', (weight) => {
    for (const name of criterionNames) {
      const message = `the weight of ${name} must be a number from 0`;
      const options = { weights: { [name]: weight } };
      expect(() => postingsForStudent(student, options)).toThrow(new RangeError(message));
      expect(() => studentsForPosting(posting, options)).toThrow(new RangeError(message));
    }
  });

  it('add up to 1 whatever they were, and stay 0 when all are', () => {
    const sum = (weights: typeof defaultWeights) =>
      criterionNames.reduce((total, name) => total + weights[name], 0);
    expect(sum(defaultWeights)).toBeCloseTo(1, 9);
    expect(sum(normalised({ ...noWeights, text: 7, skills: 0.001 }))).toBeCloseTo(1, 9);
    expect(normalised(noWeights)).toEqual(noWeights);
  });
});
