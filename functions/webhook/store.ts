import { instantAfter } from '../clock/clock.ts';
import { notFound } from '../errors.ts';
import { countAt } from '../table/count.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Query, Stamp, Table } from '../table/table.ts';
import { keptMs } from './rules.ts';
import { Delivery, Webhook } from './schema.ts';

const webhookKey = (id: string): Key => ({ pk: `WEBHOOK#${id}`, sk: 'WEBHOOK' });
const allWebhooks = { index: 'gsi1', pk: 'WEBHOOKS' } as const;
export const webhooks = entity({
  schema: Webhook,
  key: (webhook) => webhookKey(webhook.id),
  index: ({ owner, createdAt, id }) => ({
    gsi1: { pk: allWebhooks.pk, sk: `${owner}#${createdAt}#${id}` },
  }),
});

export const findWebhook = (table: Table, id: string): Promise<Webhook | undefined> =>
  webhooks.get(table, webhookKey(id));

export const webhooksOf = (table: Table, owner: string): Promise<Webhook[]> =>
  Array.fromAsync(webhooks.all(table, { ...allWebhooks, sk: { prefix: `${owner}#` } }));

/** How many an owner has. */
export const webhookCount = (table: Table, owner: string) =>
  countAt(
    table,
    { pk: `WEBHOOKS_OF#${owner}`, sk: 'WEBHOOK_COUNT' },
    async () => (await webhooksOf(table, owner)).length,
  );

export const everyWebhook = (table: Table): Promise<Webhook[]> =>
  Array.fromAsync(webhooks.all(table, allWebhooks));

const deliveryKey = (webhookId: string, eventId: string): Key => ({
  pk: `WEBHOOK#${webhookId}`,
  sk: `DELIVERY#${eventId}`,
});
const ofWebhook = (webhookId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi1',
  pk: `WEBHOOK#${webhookId}#DELIVERIES`,
});
export const deliveries = entity({
  schema: Delivery,
  key: (delivery) => deliveryKey(delivery.webhookId, delivery.eventId),
  index: ({ webhookId, eventId, createdAt }) => ({
    gsi1: { pk: ofWebhook(webhookId).pk, sk: `${createdAt}#${eventId}` },
  }),
  // A log is kept for a while.
  expiresAt: (delivery) => delivery.expiresAt,
});

/** A delivery that nobody has tried to make yet. */
export const createDelivery = (
  what: Pick<Delivery, 'webhookId' | 'eventId' | 'type' | 'body'>,
  by: Stamp,
): Operation => {
  const expiresAt = instantAfter(by.at, keptMs);
  const fresh = { state: 'pending', replays: 0, tries: 0, createdAt: by.at, expiresAt } as const;
  return deliveries.create({ ...what, ...fresh }, by);
};
export const updateDelivery = (delivery: Delivery, by: Stamp): Operation => deliveries.update(delivery, by);

export const findDelivery = (
  table: Table,
  webhookId: string,
  eventId: string,
): Promise<Delivery | undefined> => deliveries.get(table, deliveryKey(webhookId, eventId));

export const getDelivery = async (table: Table, webhookId: string, eventId: string): Promise<Delivery> => {
  const delivery = await findDelivery(table, webhookId, eventId);
  if (delivery === undefined) throw notFound('delivery');
  return delivery;
};

/** A webhook's deliveries, the newest first. */
export const listDeliveries = (
  table: Table,
  webhookId: string,
  page: { limit: number; cursor?: string | undefined },
) => deliveries.list(table, { ...ofWebhook(webhookId), descending: true, ...page });
