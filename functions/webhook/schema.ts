import * as z from 'zod';
import { CompanyId, EventId, WebhookId } from '../ids.ts';
import { Line, unique } from '../values.ts';
import { eventTypes } from './events.ts';

export const EventType = z.enum(eventTypes);
export type EventType = z.infer<typeof EventType>;

/** Whose events an endpoint is told of: all of the programme, or those that concern one company. */
export const WebhookOwner = z.union([z.literal('programme'), CompanyId]);
export type WebhookOwner = z.infer<typeof WebhookOwner>;

const own = {
  name: Line.max(80, 'must have at most 80 characters'),
  url: z.url('must be an address such as https://example.com/hooks').max(500),
  types: unique(EventType, eventTypes.length).refine(
    (list) => list.length > 0,
    'must name at least one kind of event',
  ),
};
export const NewWebhook = z.strictObject(own);
export type NewWebhook = z.infer<typeof NewWebhook>;
export const WebhookChange = z.strictObject({ ...own, paused: z.boolean() });

/** What deliveries are signed with: `whsec_` and 32 bytes in base64, as Standard Webhooks writes it. */
const Secret = z.object({ value: z.string(), validUntil: z.iso.datetime().optional() });

export const Webhook = z.object({
  ...own,
  id: WebhookId,
  owner: WebhookOwner,
  paused: z.boolean(),
  /** The newest first; an older one is valid until its end, so that a receiver has time to change. */
  secrets: z.array(Secret).min(1),
  createdAt: z.iso.datetime(),
  version: z.number().int(),
});
export type Webhook = z.infer<typeof Webhook>;
export const WebhookView = Webhook.omit({ secrets: true }).extend({
  /** Until when the secret before the last is valid too. */
  oldSecretUntil: z.string().optional(),
});
/** With the secret, this once. */
export const MadeWebhook = WebhookView.extend({ secret: z.string() });

export const DeliveryState = z.enum(['pending', 'delivered', 'dead']);

/** How one try went. `status` is absent when no answer came; then `failure` says why. */
const Attempt = z.object({
  at: z.iso.datetime(),
  ms: z.number().int(),
  status: z.number().int().optional(),
  failure: z.string().optional(),
  /** How the answer begins, without addresses and numbers. */
  answer: z.string().optional(),
});
export type Attempt = z.infer<typeof Attempt>;

/** One event for one endpoint, and how its deliveries went. */
export const Delivery = z.object({
  webhookId: WebhookId,
  /** Stable under repeats: a receiver drops what it has seen. */
  eventId: EventId,
  type: z.union([EventType, z.literal('webhook.test')]),
  /** The very text that is signed and sent, at each try the same. */
  body: z.string(),
  state: DeliveryState,
  /** How often somebody asked for it to be sent once more. */
  replays: z.number().int(),
  /** Tries since it was asked for last. */
  tries: z.number().int(),
  /** Not before this instant; absent before the first try. */
  nextAt: z.iso.datetime().optional(),
  last: Attempt.optional(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  version: z.number().int(),
});
export type Delivery = z.infer<typeof Delivery>;
export const DeliveryView = Delivery.omit({ body: true, expiresAt: true });
