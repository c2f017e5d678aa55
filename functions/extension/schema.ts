import * as z from 'zod';
import { CompanyId, CycleId, StudentId } from '../ids.ts';
import { Instant, Reason } from '../values.ts';

/** What there can be more time for. */
export const ExtendedStep = z.enum(['applying', 'shortlisting', 'ranking', 'answer', 'evaluation']);
export type ExtendedStep = z.infer<typeof ExtendedStep>;

/** Who has more time: one student, or one company with all who act for it. */
export const ExtendedTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('student'), studentId: StudentId }),
  z.strictObject({ kind: z.literal('company'), companyId: CompanyId }),
]);
export type ExtendedTo = z.infer<typeof ExtendedTo>;

export const NewExtension = z.strictObject({
  to: ExtendedTo,
  step: ExtendedStep,
  until: Instant,
  reason: Reason,
});
export type NewExtension = z.infer<typeof NewExtension>;

/** More time for one person or company, for one step of a cycle. */
export const Extension = z.object({
  cycleId: CycleId,
  to: ExtendedTo,
  step: ExtendedStep,
  until: z.iso.datetime(),
  reason: z.string(),
  grantedAt: z.iso.datetime(),
  grantedBy: z.string(),
  /** What follows from its end has been done. */
  ended: z.literal(true).optional(),
  version: z.number().int(),
});
export type Extension = z.infer<typeof Extension>;

/** For coordinators: with the name of who has it. */
export const ExtensionView = Extension.extend({ name: z.string() });
