import * as z from 'zod';
import { CycleId } from '../ids.ts';
import { operations } from '../operation.ts';
import { Internship, InternshipContent } from './schema.ts';

const params = z.object({ cycleId: z.union([CycleId, z.literal('current')]) });

export const internshipOperations = operations({
  getInternshipSettings: {
    method: 'get',
    path: '/cycles/{cycleId}/internship',
    summary: 'What a cycle asks of its internships: the weekly log, the forms of the evaluations',
    params,
    response: Internship,
  },
  saveInternshipSettings: {
    method: 'put',
    path: '/cycles/{cycleId}/internship',
    summary: 'Set the weekly log and the forms; a form that has submissions cannot change',
    params,
    body: InternshipContent,
    response: Internship,
    ifMatch: true,
  },
});
