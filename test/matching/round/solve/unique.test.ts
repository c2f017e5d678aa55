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

it('says exactly whether every other assignment is unstable, on instances of which many have several', () => {
  const answers = { only: 0, several: 0 };
  fc.assert(
    fc.property(withoutLimits, (instance) => {
      const isOnly = stableAssignments(instance).length === 1;
      answers[isOnly ? 'only' : 'several'] += 1;
      expect(match(instance).uniqueStable).toBe(isOnly);
    }),
    { numRuns: 2_000 },
  );
  // a generator that hardly ever draws one of the two proves nothing
  expect(Math.min(answers.only, answers.several)).toBeGreaterThan(0);
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
