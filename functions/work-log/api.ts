import * as z from 'zod';
import { PlacementId } from '../ids.ts';
import { operations } from '../operation.ts';
import { CommentText, LogWeek, WeekText } from './schema.ts';

const ofPlacement = z.object({ placementId: PlacementId });
const params = ofPlacement.extend({ week: z.coerce.number().int().min(1).max(120) });

export const workLogOperations = operations({
  listWorkLog: {
    method: 'get',
    path: '/placements/{placementId}/work-log',
    summary: 'The weekly log of an internship',
    params: ofPlacement,
    response: z.object({
      items: z.array(LogWeek),
      /** So many weeks have begun and can be written about. */
      begun: z.number().int(),
    }),
  },
  writeWorkLog: {
    method: 'put',
    path: '/placements/{placementId}/work-log/{week}',
    summary: 'Write about a week; with If-Match "0" for the first time',
    params,
    body: z.strictObject({ text: WeekText }),
    response: LogWeek,
    ifMatch: true,
  },
  commentWorkLog: {
    method: 'post',
    path: '/placements/{placementId}/work-log/{week}/comments',
    summary: 'Comment on a week',
    params,
    body: z.strictObject({ text: CommentText }),
    response: LogWeek,
    ifMatch: true,
  },
  countersignWorkLog: {
    method: 'post',
    path: '/placements/{placementId}/work-log/{week}/countersign',
    summary: 'Countersign a week; after that it can no longer be changed',
    params,
    response: LogWeek,
    ifMatch: true,
  },
});
