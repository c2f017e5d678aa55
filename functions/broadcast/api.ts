import * as z from 'zod';
import { CycleId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import { AudienceQuery, Broadcast, NewBroadcast } from './schema.ts';

const params = z.object({ cycleId: z.union([CycleId, z.literal('current')]) });

export const broadcastOperations = operations({
  listBroadcasts: {
    method: 'get',
    path: '/cycles/{cycleId}/announcements',
    summary: 'What was announced to many in a cycle, newest first',
    params,
    query: PageQuery,
    response: pageOf(Broadcast),
  },
  previewBroadcast: {
    method: 'get',
    path: '/cycles/{cycleId}/announcements/preview',
    summary: 'How many people an announcement would reach now',
    params,
    query: AudienceQuery,
    response: z.object({ people: z.number().int() }),
  },
  sendBroadcast: {
    method: 'post',
    path: '/cycles/{cycleId}/announcements',
    summary: 'Announce something to many, each in their language',
    params,
    body: NewBroadcast,
    response: Broadcast,
    status: 202,
  },
});
