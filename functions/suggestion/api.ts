import * as z from 'zod';
import { operations } from '../operation.ts';
import { Suggestion, SuggestionQuery } from './schema.ts';

export const suggestionOperations = operations({
  listSuggestions: {
    method: 'get',
    path: '/posting-suggestions',
    summary: 'Titles, skills, categories and companies that begin with what was typed',
    query: SuggestionQuery,
    response: z.object({ items: z.array(Suggestion) }),
  },
});
