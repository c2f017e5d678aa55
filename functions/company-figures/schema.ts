import * as z from 'zod';
import { CompanyId } from '../ids.ts';

/** What is counted of a company, over the cycles of the last two years. */
export const CompanyCounts = z.object({
  /** Applications that it answered, or that wait for two weeks without an answer. */
  applications: z.number().int(),
  /** Those of them that got an answer of the company. */
  answered: z.number().int(),
  /** Hours from an application to the company's first answer: half took less. */
  medianHours: z.number().optional(),
  /** Evaluations by the company that were due or are in. */
  evaluations: z.number().int(),
  evaluationsInTime: z.number().int(),
});
export type CompanyCounts = z.infer<typeof CompanyCounts>;

export const CompanyRecord = z.object({
  companyId: CompanyId,
  counts: CompanyCounts,
  countedAt: z.iso.datetime(),
  version: z.number().int(),
});

/** What everybody may read; a figure over too few is absent. */
export const CompanyFigures = z.object({
  companyId: CompanyId,
  applications: z.number().int().optional(),
  /** In [0, 1]. */
  answeredShare: z.number().optional(),
  medianHours: z.number().optional(),
  evaluationsInTimeShare: z.number().optional(),
  countedAt: z.string(),
});
export type CompanyFigures = z.infer<typeof CompanyFigures>;
