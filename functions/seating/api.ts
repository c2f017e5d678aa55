import * as z from 'zod';
import { CompanyId, CycleId } from '../ids.ts';
import { operations } from '../operation.ts';
import { SeatingPlan, SeatingView } from './schema.ts';

const path = '/companies/{companyId}/cycles/{cycleId}/seating';
const params = z.object({ companyId: CompanyId, cycleId: z.union([CycleId, z.literal('current')]) });

export const seatingOperations = operations({
  getSeating: {
    method: 'get',
    path,
    summary: "A company's seat groups, reserves and transfers in a cycle; version 0 before the first save",
    params,
    response: SeatingView,
  },
  saveSeating: {
    method: 'put',
    path,
    summary: 'Set seat groups, reserves and transfers, until the match is under way',
    params,
    body: SeatingPlan,
    response: SeatingView,
    ifMatch: true,
  },
});
