import type { CriterionName } from './part.ts';

export type Weights = Readonly<Record<CriterionName, number>>;

/** What matters how much when nobody says otherwise. They add up to 1; explanations keep this order. */
export const defaultWeights: Weights = {
  skills: 0.3,
  major: 0.12,
  dates: 0.08,
  hours: 0.06,
  overlap: 0.14,
  language: 0.08,
  studyLevel: 0.04,
  interest: 0.08,
  text: 0.1,
};

export const criterionNames = [
  'skills',
  'major',
  'dates',
  'hours',
  'overlap',
  'language',
  'studyLevel',
  'interest',
  'text',
] as const satisfies readonly CriterionName[];

export const noWeights: Weights = {
  skills: 0,
  major: 0,
  dates: 0,
  hours: 0,
  overlap: 0,
  language: 0,
  studyLevel: 0,
  interest: 0,
  text: 0,
};

/**
 * The same weights, adding up to 1; all 0 when they were.
 * @throws RangeError on a weight that is negative or no number
 */
export function normalised(weights: Weights): Weights {
  for (const name of criterionNames) {
    if (!(weights[name] >= 0 && weights[name] < Infinity)) {
      throw new RangeError(`the weight of ${name} must be a number from 0`);
    }
  }
  const sum = criterionNames.reduce((total, name) => total + weights[name], 0);
  if (sum === 0) return noWeights;
  return {
    skills: weights.skills / sum,
    major: weights.major / sum,
    dates: weights.dates / sum,
    hours: weights.hours / sum,
    overlap: weights.overlap / sum,
    language: weights.language / sum,
    studyLevel: weights.studyLevel / sum,
    interest: weights.interest / sum,
    text: weights.text / sum,
  };
}
