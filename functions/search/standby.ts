import { Unavailable } from '../errors.ts';
import { evaluatorSearch } from './evaluator.ts';
import type { Search } from './search.ts';

/** An evaluator beside another engine, for as long as no more than `most` documents have to be held in memory. */
export const standbySearch = (most: number): Search => {
  let held: ReturnType<typeof evaluatorSearch> | undefined = evaluatorSearch();
  const holding = (): Search => {
    if (held !== undefined) return held;
    throw new Unavailable(
      'The search does not answer now, and there are too many documents to do without it.',
    );
  };
  return {
    write: async (writes) => {
      await held?.write(writes);
      if (held !== undefined && held.size() > most) held = undefined;
    },
    rankPostings: async (plan) => holding().rankPostings(plan),
    rankStudents: async (plan) => holding().rankStudents(plan),
    state: () => ({ engine: 'evaluator', answeredBy: held === undefined ? 'nobody' : 'engine' }),
  };
};
