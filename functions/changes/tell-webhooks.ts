import type { Deps } from '../deps.ts';
import { onceEach } from '../once-each.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Change } from '../table/table.ts';
import { type Event, eventOf, kinds } from '../webhook/event-of.ts';
import type { Webhook } from '../webhook/schema.ts';
import { createDelivery, deliveries, everyWebhook, webhooksOf } from '../webhook/store.ts';
import { each, type Consumer } from './consumer.ts';

const by = { kind: 'system', task: 'webhooks' } as const;

/** The webhooks of an owner, or of all. */
type Listening = (owner: string) => Promise<Webhook[]>;

const listenersTo = async (listening: Listening, { type, at, companyId }: Event): Promise<Webhook[]> => {
  const owners = companyId === undefined ? ['all'] : ['programme', companyId];
  const all = (await Promise.all(owners.map((owner) => listening(owner)))).flat();
  // What happened before somebody listened is not told, also when the feed is followed from its beginning.
  return all.filter(({ types, paused, createdAt }) => !paused && types.includes(type) && createdAt <= at);
};

/** Puts a delivery down for each endpoint that listens; one that is there from an earlier look stays as it is. */
const tell = async (deps: Deps, change: Change, listening: Listening): Promise<void> => {
  const event = eventOf(change);
  if (event === undefined) return;
  const { id: eventId, type, at, data } = event;
  const signed = stamp(by, 'delivery.create', deps.clock.now());
  const body = JSON.stringify({ type, timestamp: at, data });
  const listeners = await listenersTo(listening, event);
  await writeIndependent(
    deps.table,
    listeners.map(({ id: webhookId }) => createDelivery({ webhookId, eventId, type, body }, signed)),
  );
};

/**
 * Notes which endpoints a change is to be told to. Who listens is read once for changes that are taken together: who
 * began to after that, did so after them.
 */
export const tellWebhooks: Consumer = {
  name: 'webhooks',
  kinds,
  consume: async (deps, changes) => {
    const listening: Listening = onceEach((owner) =>
      owner === 'all' ? everyWebhook(deps.table) : webhooksOf(deps.table, owner),
    );
    for (const change of changes) await tell(deps, change, listening);
  },
};

const replaysOf = (item: Change['after']): number => (item === undefined ? -1 : Number(item.body.replays));

/** Hands to the queue what is new, and what somebody asked for once more. */
export const dispatchDeliveries: Consumer = {
  name: 'deliveries',
  kinds: ['DELIVERY'],
  when: ({ before, after }) => after !== undefined && replaysOf(after) > replaysOf(before),
  consume: each(async (deps, { after }) => {
    if (after === undefined) return;
    const { webhookId, eventId, replays } = deliveries.parse(after);
    const id = `${webhookId}/${eventId}/${replays}`;
    await deps.deliveries.send({ id, topic: 'webhook', payload: { webhookId, eventId } });
  }),
};
