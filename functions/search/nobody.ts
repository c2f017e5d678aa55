import { Unavailable } from '../errors.ts';
import type { Search } from './search.ts';

const comeBack = () => Promise.reject(new Unavailable('The search does not answer now.'));

/** Where no other engine can answer instead. */
export const nobody: Pick<Search, 'rankPostings' | 'rankStudents' | 'state'> = {
  rankPostings: comeBack,
  rankStudents: comeBack,
  state: () => ({ engine: 'evaluator', answeredBy: 'nobody' }),
};
