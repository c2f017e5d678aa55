import { audit } from './audit.ts';
import type { Consumer } from './consumer.ts';
import { dispatchJobs } from './dispatch-jobs.ts';
import { followUp } from './follow-up.ts';
import { indexDocuments } from './index-documents.ts';
import { notify } from './notify.ts';
import { suggest } from './suggest.ts';

/** All that is derived from the record. */
export const consumers: readonly Consumer[] = [
  dispatchJobs,
  indexDocuments,
  suggest,
  followUp,
  notify,
  audit,
];
