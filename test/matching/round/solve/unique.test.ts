import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { match } from '../../../../matching/round/match.ts';
import { everyKind } from '../every-kind.ts';
import { stableAssignments } from '../oracle/stable.ts';

const withoutLimits = everyKind(4, 4).map(({ students, postings, seed = '' }) => ({
  students,
  postings,
  seed,
}));

it('says exactly whether every other assignment is unstable', () => {
  fc.assert(
    fc.property(withoutLimits, (instance) => {
      expect(match(instance).uniqueStable).toBe(stableAssignments(instance).length === 1);
    }),
    { numRuns: 2_000 },
  );
});

it('is put to the test: of the drawn instances some have several stable assignments', () => {
  const several = fc.sample(withoutLimits, 400).filter((one) => stableAssignments(one).length > 1);
  expect(several).not.toEqual([]);
});

it('looks past a posting where the tie with its last admitted may be broken either way', () => {
  const instance = {
    students: { ann: ['x', 'y', 'z'], bo: ['z', 'x'], cy: ['y'] },
    postings: {
      x: { capacity: 1, ranking: ['bo', 'ann'] },
      y: { capacity: 1, ranking: [['ann', 'cy']] },
      z: { capacity: 1, ranking: ['ann', 'bo'] },
    },
  };
  expect(match(instance)).toMatchObject({ assignment: { ann: 'x', bo: 'z', cy: 'y' }, uniqueStable: false });
});

it('looks past a posting that does not rank the student, open though it is', () => {
  const instance = {
    students: { ann: ['x', 'deaf', 'y'], bo: ['y', 'x'] },
    postings: {
      x: { capacity: 1, ranking: ['bo', 'ann'] },
      y: { capacity: 1, ranking: ['ann', 'bo'] },
      deaf: { capacity: 1, ranking: [] },
    },
  };
  expect(match(instance)).toMatchObject({ assignment: { ann: 'x', bo: 'y' }, uniqueStable: false });
});
