import * as z from 'zod';
import { stoppedAs } from '../company/rules.ts';
import { findCompany } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import type { Again, MessageHandler } from '../queue/queue.ts';
import { stamp } from '../stamp.ts';
import { WriteConflict } from '../table/table.ts';
import { beginningOf, triedOnce, validSecrets } from './rules.ts';
import type { Attempt, Delivery, Webhook } from './schema.ts';
import { signedHeaders } from './signature.ts';
import { findDelivery, findWebhook, updateDelivery } from './store.ts';

/** What the queue carries; all else is read when it is delivered. */
const Payload = z.object({ webhookId: z.string(), eventId: z.string() });

/** So many at once go to one endpoint: a slow one leaves room for the others. */
const mostAtOnceEach = 2;
const busyMs = 1_000;
/** No queue holds a message back for longer; what is due later is looked at in between. */
const longestPauseMs = 15 * 60_000;

const by = { kind: 'system', task: 'webhook' } as const;

type Delivering = Pick<Deps, 'table' | 'clock' | 'post'>;

/** A company that a coordinator stopped is told that, and nothing else. */
const isStopped = async (table: Delivering['table'], { owner }: Webhook, { type }: Delivery) =>
  owner !== 'programme' &&
  type !== 'company.state_changed' &&
  stoppedAs(await findCompany(table, owner)).stopped !== undefined;

const attemptOf = async (
  { table, clock, post }: Delivering,
  webhook: Webhook | undefined,
  delivery: Delivery,
): Promise<Attempt> => {
  const at = clock.now();
  // Deleted or paused since: there is nobody to tell. 410 ends it without another try.
  if (webhook === undefined || webhook.paused)
    return { at, ms: 0, status: 410, failure: webhook === undefined ? 'deleted' : 'paused' };
  if (await isStopped(table, webhook, delivery))
    return { at, ms: 0, status: 410, failure: 'company_stopped' };
  const secrets = validSecrets(webhook.secrets, at);
  const { eventId: id, body } = delivery;
  const { answer, ...posted } = await post.send(webhook.url, {
    headers: signedHeaders(secrets, { id, at, body }),
    body,
  });
  return { at, ...posted, ...(answer !== undefined && answer !== '' && { answer: beginningOf(answer) }) };
};

const tryOnce = async (deps: Delivering, delivery: Delivery): Promise<Again | void> => {
  const webhook = await findWebhook(deps.table, delivery.webhookId);
  const tried = triedOnce(delivery, await attemptOf(deps, webhook, delivery));
  try {
    const written = stamp(by, `delivery.${tried.state}`, deps.clock.now());
    await deps.table.write([updateDelivery(tried, written)]);
  } catch (error) {
    // Another worker tried it at the same moment, and wrote down how that went.
    if (!(error instanceof WriteConflict)) throw error;
    return { againInMs: busyMs };
  }
  return tried.nextAt === undefined ? undefined : { againInMs: pauseUntil(deps, tried.nextAt) };
};

const pauseUntil = ({ clock }: Delivering, at: string): number =>
  Math.min(Math.max(Date.parse(at) - Date.parse(clock.now()), 0), longestPauseMs);

/** Delivers what is pending and due; whatever comes again after its end does nothing. */
export const webhookDelivery = (deps: Delivering): MessageHandler => {
  const inHand = new Map<string, number>();
  return async ({ payload }) => {
    const { webhookId, eventId } = Payload.parse(payload);
    const delivery = await findDelivery(deps.table, webhookId, eventId);
    if (delivery === undefined || delivery.state !== 'pending') return undefined;
    if (delivery.nextAt !== undefined && delivery.nextAt > deps.clock.now())
      return { againInMs: pauseUntil(deps, delivery.nextAt) };
    const busy = inHand.get(webhookId) ?? 0;
    if (busy >= mostAtOnceEach) return { againInMs: busyMs };
    inHand.set(webhookId, busy + 1);
    try {
      return await tryOnce(deps, delivery);
    } finally {
      const left = (inHand.get(webhookId) ?? 1) - 1;
      if (left > 0) inHand.set(webhookId, left);
      else inHand.delete(webhookId);
    }
  };
};
