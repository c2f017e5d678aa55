import * as z from 'zod';
import { operations } from '../operation.ts';
import { CycleRetention, DeletionRequest, DeletionView, Lang, ListedDeletion, MyData } from './schema.ts';

export const rightsOperations = operations({
  getMyData: {
    method: 'get',
    path: '/my-data',
    summary: 'Everything held about the signed-in person, each kind under its name, with who saw it',
    response: MyData,
  },
  getMyDataPage: {
    method: 'get',
    path: '/my-data/page',
    summary: 'The same as one file to read',
    query: z.object({ lang: Lang.default('zh') }),
    download: 'text/html',
  },
  requestDeletion: {
    method: 'post',
    path: '/my-data/deletion',
    summary:
      'Ask for the deletion of all that is held about whoever asks; the address of the account confirms it',
    body: DeletionRequest,
    response: DeletionView,
    status: 202,
  },
  undoDeletion: {
    method: 'delete',
    path: '/my-data/deletion',
    summary:
      'Take the request back while nothing has been removed; of one that nobody made, keep the data for a year more',
    ifMatch: true,
  },
  listDeletions: {
    method: 'get',
    path: '/deletions',
    summary:
      'Requests for deletion and how far they are, and until when each cycle’s data is kept; never whose',
    response: z.object({
      items: z.array(ListedDeletion),
      cycles: z.array(CycleRetention),
      /** Those who took part in no cycle, have not come for long, and are told that their data goes. */
      unusedDue: z.number().int(),
    }),
  },
});
