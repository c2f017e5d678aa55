import { instantAfter } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import type { Attempt, Delivery, Webhook } from './schema.ts';

export const mostWebhooks = 20;

/** An owner has so many endpoints that each of its events is handed out at once. */
export const requireRoom = (count: number): void => {
  if (count < mostWebhooks) return;
  throw new DomainError(
    'conflict',
    'webhook_cap',
    `You have ${mostWebhooks} webhooks, which is the most you can have. Delete one to add another.`,
    { facts: { cap: mostWebhooks } },
  );
};

const dayMs = 24 * 60 * 60 * 1000;
/** So long the secret before the last is valid beside it. */
export const bothValidMs = dayMs;
/** So long a delivery is kept for the log. */
export const keptMs = 30 * dayMs;

/** The newest first, and the one before it for a day more; older ones end at once. */
export const rotated = (secrets: Webhook['secrets'], value: string, now: string): Webhook['secrets'] => {
  const [last] = secrets;
  return [{ value }, ...(last ? [{ value: last.value, validUntil: instantAfter(now, bothValidMs) }] : [])];
};

export const validSecrets = (secrets: Webhook['secrets'], now: string): string[] =>
  secrets.filter(({ validUntil }) => validUntil === undefined || now < validUntil).map(({ value }) => value);

const second = 1_000;
const minute = 60 * second;
/** The pauses after each failed try: after the last one a delivery is dead, some ten hours after the first. */
export const pausesMs = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  60 * minute,
  180 * minute,
  360 * minute,
] as const;
export const mostTries = pausesMs.length + 1;

/** Only 2xx says that an event has arrived: a redirection, too, is a failure. */
export const hasArrived = ({ status }: Attempt): boolean =>
  status !== undefined && status >= 200 && status < 300;

/** 410 says that nobody is there any more: no use in trying again. */
const isGone = ({ status }: Attempt): boolean => status === 410;

/** The delivery after one more try. */
export const triedOnce = (delivery: Delivery, attempt: Attempt): Delivery => {
  const { nextAt: _, ...rest } = delivery;
  const tries = delivery.tries + 1;
  const tried = { ...rest, tries, last: attempt };
  if (hasArrived(attempt)) return { ...tried, state: 'delivered' };
  const pause = pausesMs[tries - 1];
  if (pause === undefined || isGone(attempt)) return { ...tried, state: 'dead' };
  return { ...tried, nextAt: instantAfter(attempt.at, attempt.ms + pause) };
};

/** What is overdue for so long has lost its message, as after a move to another place. */
const lostMs = 60 * minute;

/** The delivery as somebody asked for it to be sent once more: the same event under the same id. */
export const askedAgain = (delivery: Delivery, now: string): Delivery => {
  const due = delivery.nextAt ?? delivery.createdAt;
  if (delivery.state === 'pending' && now < instantAfter(due, lostMs))
    throw new DomainError(
      'conflict',
      'delivery_pending',
      'This delivery is still being tried. Wait until it has arrived or is given up.',
    );
  const { nextAt: _, ...rest } = delivery;
  return { ...rest, state: 'pending', tries: 0, replays: delivery.replays + 1 };
};

const shown = 200;

/** How an answer begins, on one line; what could be an address or a number of a person is left out. */
export const beginningOf = (answer: string): string =>
  answer
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(/[^\s<>"'`:;,()]+@[^\s<>"'`:;,()]+/g, '…')
    .replaceAll(/\+?\d[\d -]{5,}\d/g, '…')
    .slice(0, shown)
    .trim();
