import * as z from 'zod';
import { CycleId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery, Reason } from '../values.ts';
import { ExtendedStep, ExtendedTo, Extension, ExtensionView, NewExtension } from './schema.ts';

const params = z.object({ cycleId: z.union([CycleId, z.literal('current')]) });

export const extensionOperations = operations({
  listExtensions: {
    method: 'get',
    path: '/cycles/{cycleId}/extensions',
    summary: 'Who was given more time in a cycle, the longest first',
    params,
    query: PageQuery,
    response: pageOf(ExtensionView),
  },
  grantExtension: {
    method: 'post',
    path: '/cycles/{cycleId}/extensions',
    summary: 'Give one student or company more time for one step, or still more',
    params,
    body: NewExtension,
    response: ExtensionView,
    status: 201,
  },
  takeBackExtension: {
    method: 'post',
    path: '/cycles/{cycleId}/extensions/take-back',
    summary: 'End the extra time of one student or company now',
    params,
    body: z.strictObject({ to: ExtendedTo, step: ExtendedStep, reason: Reason }),
    response: ExtensionView,
    ifMatch: true,
  },
  listMyExtensions: {
    method: 'get',
    path: '/extensions',
    summary: "The signed-in person's own extra time",
    response: z.object({ items: z.array(Extension) }),
  },
});
