import * as z from 'zod';
import { PostingId } from '../ids.ts';
import { operations } from '../operation.ts';
import { SavedPostingView } from './schema.ts';

const params = z.object({ postingId: PostingId });

export const savedPostingOperations = operations({
  listSavedPostings: {
    method: 'get',
    path: '/saved-postings',
    summary: 'The postings that the student saved, the last saved first, and how many there can be',
    response: z.object({ items: z.array(SavedPostingView), cap: z.number().int() }),
  },
  savePosting: {
    method: 'put',
    path: '/saved-postings/{postingId}',
    summary: 'Save a posting; again changes nothing',
    params,
  },
  unsavePosting: {
    method: 'delete',
    path: '/saved-postings/{postingId}',
    summary: 'Remove a saved posting; again changes nothing',
    params,
  },
});
