import * as z from 'zod';
import { SavedSearchId } from '../ids.ts';
import { operations } from '../operation.ts';
import { NewSavedSearch, SavedSearch, SavedSearchChange } from './schema.ts';

const params = z.object({ savedSearchId: SavedSearchId });

export const savedSearchOperations = operations({
  listSavedSearches: {
    method: 'get',
    path: '/saved-searches',
    summary: "The student's saved searches, newest first, and how many there can be",
    response: z.object({ items: z.array(SavedSearch), cap: z.number().int() }),
  },
  saveSearch: {
    method: 'post',
    path: '/saved-searches',
    summary: 'Save a search of the postings',
    body: NewSavedSearch,
    response: SavedSearch,
    status: 201,
  },
  updateSavedSearch: {
    method: 'put',
    path: '/saved-searches/{savedSearchId}',
    summary: 'Rename a saved search, turn its digest on or off',
    params,
    body: SavedSearchChange,
    response: SavedSearch,
    ifMatch: true,
  },
  deleteSavedSearch: {
    method: 'delete',
    path: '/saved-searches/{savedSearchId}',
    summary: 'Delete a saved search',
    params,
    ifMatch: true,
  },
});
