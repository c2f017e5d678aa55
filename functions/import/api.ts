import * as z from 'zod';
import { CycleId, ImportId, JobId } from '../ids.ts';
import { operations } from '../operation.ts';
import { mostBytes } from '../upload/rules.ts';
import { UploadId } from '../upload/schema.ts';
import { pageOf, PageQuery } from '../values.ts';
import { Import, ImportRow, Mapping } from './schema.ts';

const params = z.object({ importId: ImportId });
const jobStarted = z.object({ jobId: JobId });

export const importOperations = operations({
  uploadImport: {
    method: 'post',
    path: '/cycles/{cycleId}/imports',
    summary: 'Upload a spreadsheet of postings (CSV, UTF-8 or GB18030), sent now or before (uploadId)',
    params: z.object({ cycleId: CycleId }),
    query: z.strictObject({ fileName: z.string().min(1).max(200), uploadId: UploadId.optional() }),
    upload: { type: 'text/csv', maxBytes: mostBytes['text/csv'] },
    response: Import,
    status: 201,
  },
  listImports: {
    method: 'get',
    path: '/imports',
    summary: 'Imports, newest first',
    query: PageQuery,
    response: pageOf(Import),
  },
  getImport: { method: 'get', path: '/imports/{importId}', summary: 'One import', params, response: Import },
  checkImport: {
    method: 'post',
    path: '/imports/{importId}/check',
    summary: 'Map the columns and check every row',
    params,
    body: z.strictObject({ mapping: Mapping, includeDuplicates: z.boolean().default(false) }),
    response: jobStarted,
    status: 202,
    ifMatch: true,
  },
  listImportRows: {
    method: 'get',
    path: '/imports/{importId}/rows',
    summary: 'Checked rows in file order',
    params,
    query: PageQuery.extend({ status: ImportRow.shape.status.optional() }),
    response: pageOf(ImportRow),
  },
  runImport: {
    method: 'post',
    path: '/imports/{importId}/run',
    summary: 'Turn the good rows into drafts',
    params,
    response: jobStarted,
    status: 202,
    ifMatch: true,
  },
  undoImport: {
    method: 'post',
    path: '/imports/{importId}/undo',
    summary: 'Undo an import: remove its drafts, as long as nobody has worked on them',
    params,
    response: jobStarted,
    status: 202,
    ifMatch: true,
  },
  getRejectedRows: {
    method: 'get',
    path: '/imports/{importId}/rejected',
    summary: 'The rows left out, with their reasons, as CSV',
    params,
    download: 'text/csv',
  },
});
