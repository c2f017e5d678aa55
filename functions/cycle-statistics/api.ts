import * as z from 'zod';
import { CompanyId, CycleId } from '../ids.ts';
import { operations } from '../operation.ts';
import { CompanyStatistics, Counted, Response, State, tableNames } from './schema.ts';

const params = z.object({ cycleId: z.union([CycleId, z.literal('current')]) });
const query = z.strictObject({ lang: z.enum(['zh', 'en']).default('en') });

export const cycleStatisticsOperations = operations({
  getStatistics: {
    method: 'get',
    path: '/cycles/{cycleId}/statistics',
    summary: 'What was counted last, as of when, and whether newer figures are on their way',
    params,
    response: State.extend({ counted: Counted.optional() }),
  },
  countStatistics: {
    method: 'post',
    path: '/cycles/{cycleId}/statistics',
    summary: 'Ask for newer figures; nothing happens while those that are there are new, or being counted',
    params,
    response: State,
    status: 202,
  },
  getStatisticsTable: {
    method: 'get',
    path: '/cycles/{cycleId}/statistics/{table}',
    summary: 'One table as CSV (UTF-8 with BOM)',
    params: params.extend({ table: z.enum(tableNames) }),
    query,
    download: 'text/csv; charset=utf-8',
  },
  getStatisticsWorkbook: {
    method: 'get',
    path: '/cycles/{cycleId}/statistics-workbook',
    summary: 'All tables as one workbook (XLSX), a sheet each',
    params,
    query,
    download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  getCompanyStatistics: {
    method: 'get',
    path: '/companies/{companyId}/statistics/{cycleId}',
    summary: "A company's own funnel and response time, beside the programme's where that reveals nobody",
    params: params.extend({ companyId: CompanyId }),
    response: State.extend({
      own: CompanyStatistics.omit({ version: true }).optional(),
      /** Absent: too few other companies have answered. */
      programme: Response.required({ days: true }).extend({ companies: z.number().int() }).optional(),
    }),
  },
});
