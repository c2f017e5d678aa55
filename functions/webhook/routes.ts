import type { CoordinatorActor, RecruiterActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import { DomainError, notFound, Unavailable } from '../errors.ts';
import { EventId, WebhookId } from '../ids.ts';
import { requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import { takeTurns } from '../table/take-turns.ts';
import type { Table } from '../table/table.ts';
import type { webhookOperations } from './api.ts';
import { askedAgain, mostWebhooks, requireRoom, rotated } from './rules.ts';
import type { Webhook, WebhookOwner } from './schema.ts';
import { newSecret } from './signature.ts';
import {
  createDelivery,
  findWebhook,
  getDelivery,
  listDeliveries,
  updateDelivery,
  webhookCount,
  webhooks,
  webhooksOf,
} from './store.ts';

type Owner = CoordinatorActor | RecruiterActor;

/** Coordinators act for the programme; its webhooks are all of theirs, a company's all of its recruiters'. */
const ownerOf = (actor: Owner): WebhookOwner =>
  actor.kind === 'coordinator' ? 'programme' : actor.companyId;

const getOwn = async (table: Table, actor: Owner, id: string): Promise<Webhook> => {
  const webhook = await findWebhook(table, id);
  if (webhook === undefined || webhook.owner !== ownerOf(actor)) throw notFound('webhook');
  return webhook;
};

const tooMany = (): Unavailable => new Unavailable('Too many change webhooks at this moment.');

const view = ({ secrets, ...webhook }: Webhook) => {
  const oldSecretUntil = secrets.find(({ validUntil }) => validUntil !== undefined)?.validUntil;
  return { ...webhook, ...(oldSecretUntil !== undefined && { oldSecretUntil }) };
};

export const webhookHandlers: Handlers<keyof typeof webhookOperations> = {
  listWebhooks: async ({ actor, deps }) => ({
    items: (await webhooksOf(deps.table, ownerOf(actor))).map(view),
    cap: mostWebhooks,
  }),

  createWebhook: async ({ actor, body, deps, now }) => {
    const owner = ownerOf(actor);
    requireRoom((await webhookCount(deps.table, owner)).count);
    await deps.post.check(body.url);
    const id = WebhookId.parse(`whk_${deps.newId()}`);
    const secret = newSecret();
    const made = { ...body, id, owner, paused: false, secrets: [{ value: secret }], createdAt: now };
    const by = stamp(actor, 'webhook.create', now);
    await takeTurns(async () => {
      const { count, oneMore } = await webhookCount(deps.table, owner);
      requireRoom(count);
      await deps.table.write([webhooks.create(made, by), oneMore(by)]);
    }, tooMany);
    return { ...view(await getOwn(deps.table, actor, id)), secret };
  },

  updateWebhook: async ({ actor, params, body, version, deps, now }) => {
    const webhook = await getOwn(deps.table, actor, params.webhookId);
    requireVersion(webhook, version, 'webhook');
    if (body.url !== webhook.url) await deps.post.check(body.url);
    const by = stamp(actor, 'webhook.update', now);
    await commit(deps.table, [webhooks.update({ ...webhook, ...body }, by)]);
    return view(await getOwn(deps.table, actor, webhook.id));
  },

  deleteWebhook: async ({ actor, params, version, deps, now }) => {
    const by = stamp(actor, 'webhook.delete', now);
    await takeTurns(async () => {
      const webhook = await getOwn(deps.table, actor, params.webhookId);
      requireVersion(webhook, version, 'webhook');
      const { oneFewer } = await webhookCount(deps.table, webhook.owner);
      await deps.table.write([webhooks.remove(webhook, by), oneFewer(by)]);
    }, tooMany);
  },

  rotateWebhookSecret: async ({ actor, params, version, deps, now }) => {
    const webhook = await getOwn(deps.table, actor, params.webhookId);
    requireVersion(webhook, version, 'webhook');
    const secret = newSecret();
    const secrets = rotated(webhook.secrets, secret, now);
    const by = stamp(actor, 'webhook.rotate_secret', now);
    await commit(deps.table, [webhooks.update({ ...webhook, secrets }, by)]);
    return { ...view(await getOwn(deps.table, actor, webhook.id)), secret };
  },

  testWebhook: async ({ actor, params, deps, now }) => {
    const { id: webhookId, paused } = await getOwn(deps.table, actor, params.webhookId);
    if (paused)
      throw new DomainError('conflict', 'webhook_paused', 'This webhook is paused. Resume it, then test it.');
    const eventId = EventId.parse(`evt_${deps.newId()}`);
    const type = 'webhook.test';
    const body = JSON.stringify({ type, timestamp: now, data: { webhookId } });
    const delivery = { webhookId, eventId, type, body } as const;
    await commit(deps.table, [createDelivery(delivery, stamp(actor, 'delivery.test', now))]);
    return getDelivery(deps.table, webhookId, eventId);
  },

  listDeliveries: async ({ actor, params, query: { limit, cursor }, deps }) => {
    const { id } = await getOwn(deps.table, actor, params.webhookId);
    return listDeliveries(deps.table, id, { limit, cursor });
  },

  replayDelivery: async ({ actor, params, version, deps, now }) => {
    const { id } = await getOwn(deps.table, actor, params.webhookId);
    const delivery = await getDelivery(deps.table, id, params.eventId);
    requireVersion(delivery, version, 'delivery');
    const by = stamp(actor, 'delivery.replay', now);
    await commit(deps.table, [updateDelivery(askedAgain(delivery, now), by)]);
    return getDelivery(deps.table, id, delivery.eventId);
  },
};
