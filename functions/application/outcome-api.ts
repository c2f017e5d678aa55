import * as z from 'zod';
import { ApplicationId, CompanyId } from '../ids.ts';
import { operations } from '../operation.ts';
import { Reason, unique } from '../values.ts';

/** What many applications can become at once. */
const BulkOutcome = z.enum(['reviewing', 'shortlisted', 'rankable', 'not_selected']);
const Wording = z.object({ subject: z.string(), text: z.string() });
const params = z.object({ companyId: CompanyId });

export const outcomeOperations = operations({
  previewOutcome: {
    method: 'get',
    path: '/companies/{companyId}/outcomes/preview',
    summary: 'What each student would be sent with an outcome; nothing where there is no letter',
    params,
    query: z.strictObject({ to: BulkOutcome }),
    response: z.object({ words: z.object({ zh: Wording, en: Wording }).optional() }),
  },
  giveOutcomes: {
    method: 'post',
    path: '/companies/{companyId}/outcomes',
    summary: 'Give many applications one outcome; each succeeds or fails by itself',
    params,
    body: z.strictObject({
      applications: unique(
        z.strictObject({ id: ApplicationId, version: z.number().int().min(1) }),
        100,
      ).refine((list) => list.length > 0, 'must name at least one application'),
      to: BulkOutcome,
      reason: Reason.optional(),
    }),
    response: z.object({
      items: z.array(
        z.object({
          id: ApplicationId,
          done: z.boolean(),
          /** Why not, as a stable code and a sentence. */
          code: z.string().optional(),
          message: z.string().optional(),
        }),
      ),
    }),
  },
});
