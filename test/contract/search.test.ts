import { evaluatorSearch } from '../../functions/search/evaluator.ts';
import { searchContract } from './search.ts';

searchContract('the evaluator in memory', async () => ({
  search: evaluatorSearch(),
  settle: async () => {},
  close: async () => {},
}));
