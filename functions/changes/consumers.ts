import { announceCycle } from './announce-cycle.ts';
import { audit } from './audit.ts';
import { certify } from './certify.ts';
import { unlessErased } from '../rights/erased.ts';
import type { Consumer } from './consumer.ts';
import { dispatchJobs } from './dispatch-jobs.ts';
import { followUp } from './follow-up.ts';
import { indexDocuments } from './index-documents.ts';
import { consents } from './note-consents.ts';
import { notify } from './notify.ts';
import { suggest } from './suggest.ts';
import { dispatchDeliveries, tellWebhooks } from './tell-webhooks.ts';

/** All that is derived from the record, by what it is derived into: who follows together shares a way through a stream. */
export const consumersOf = {
  record: [
    dispatchJobs,
    suggest,
    unlessErased(followUp),
    unlessErased(certify),
    unlessErased(notify),
    unlessErased(audit),
    unlessErased(consents),
    announceCycle,
    unlessErased(tellWebhooks),
    dispatchDeliveries,
  ],
  search: [unlessErased(indexDocuments, { removals: true })],
} as const satisfies Record<string, readonly Consumer[]>;

export const consumers: readonly Consumer[] = [...consumersOf.search, ...consumersOf.record];
