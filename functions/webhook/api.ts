import * as z from 'zod';
import { EventId, WebhookId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import { DeliveryView, MadeWebhook, NewWebhook, WebhookChange, WebhookView } from './schema.ts';

const params = z.object({ webhookId: WebhookId });

export const webhookOperations = operations({
  listWebhooks: {
    method: 'get',
    path: '/webhooks',
    summary: "The company's webhooks; for coordinators the programme's",
    response: z.object({ items: z.array(WebhookView), cap: z.number().int() }),
  },
  createWebhook: {
    method: 'post',
    path: '/webhooks',
    summary: 'Have events sent to an address; the secret that signs them is shown only once',
    body: NewWebhook,
    response: MadeWebhook,
    status: 201,
    shownOnce: true,
  },
  updateWebhook: {
    method: 'put',
    path: '/webhooks/{webhookId}',
    summary: 'Change where and which events are sent; pause, resume',
    params,
    body: WebhookChange,
    response: WebhookView,
    ifMatch: true,
  },
  deleteWebhook: {
    method: 'delete',
    path: '/webhooks/{webhookId}',
    summary: 'Stop sending events; what is on its way is given up',
    params,
    ifMatch: true,
  },
  rotateWebhookSecret: {
    method: 'post',
    path: '/webhooks/{webhookId}/secret',
    summary: 'Make a new secret, shown only once; the old one stays valid for a day',
    params,
    response: MadeWebhook,
    ifMatch: true,
    shownOnce: true,
  },
  testWebhook: {
    method: 'post',
    path: '/webhooks/{webhookId}/test',
    summary: 'Send a test event',
    params,
    response: DeliveryView,
    status: 202,
  },
  listDeliveries: {
    method: 'get',
    path: '/webhooks/{webhookId}/deliveries',
    summary: 'What was sent in the last 30 days, newest first, and how it went',
    params,
    query: PageQuery,
    response: pageOf(DeliveryView),
  },
  replayDelivery: {
    method: 'post',
    path: '/webhooks/{webhookId}/deliveries/{eventId}/replay',
    summary: 'Send the same event under the same id once more',
    params: params.extend({ eventId: EventId }),
    response: DeliveryView,
    status: 202,
    ifMatch: true,
  },
});
