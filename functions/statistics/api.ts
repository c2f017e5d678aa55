import * as z from 'zod';
import { operations } from '../operation.ts';
import { Statistics } from './schema.ts';

export const statisticsOperations = operations({
  listStatistics: {
    method: 'get',
    path: '/statistics',
    summary: 'What became of the interns of past cycles; small counts are left out',
    response: z.object({ items: z.array(Statistics) }),
  },
});
