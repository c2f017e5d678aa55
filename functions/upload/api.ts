import { operations } from '../operation.ts';
import { NewUpload, OfferedUpload } from './schema.ts';

export const uploadOperations = operations({
  offerUpload: {
    method: 'post',
    path: '/uploads',
    summary: 'Ask where to send a file: then name it by its uploadId where it is wanted, within a day',
    body: NewUpload,
    response: OfferedUpload,
    status: 201,
  },
});
