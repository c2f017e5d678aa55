import { type Clock, type Instant, instantAfter } from '../clock/clock.ts';
import { every } from '../clock/system.ts';
import type { Again, MessageHandler } from './queue.ts';
import type { Queued, QueuedMessages } from './table-messages.ts';

export interface DeliveryOptions {
  /** Deliveries before a message becomes a dead letter. */
  maxAttempts: number;
  /** How long a worker that says nothing keeps a message. */
  leaseMs: number;
  /** The pause after the nth failed delivery, n from 1. */
  backoffMs: (attempt: number) => number;
  onError: (error: unknown) => void;
}

/** 1 s, 2 s, 4 s, … at most five minutes. */
export const doublingBackoff = (attempt: number): number => Math.min(1000 * 2 ** (attempt - 1), 300_000);

const later = (clock: Clock, ms: number): Instant => instantAfter(clock.now(), ms);

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Delivers one message under a lease that is renewed while the handler works, then removes, retries or buries it. */
export function delivery(
  deps: {
    messages: QueuedMessages;
    clock: Clock;
    worker: string;
    handlers: Record<string, MessageHandler>;
    signal: AbortSignal;
  },
  { maxAttempts, leaseMs, backoffMs, onError }: DeliveryOptions,
): (waiting: Queued) => Promise<void> {
  const { messages, clock, worker, handlers, signal } = deps;

  const handle = async ({ message }: Queued): Promise<Again | void> => {
    const handler = handlers[message.topic];
    if (handler === undefined) throw new Error(`No handler takes the topic ${message.topic}`);
    return handler(message, signal);
  };

  return async (waiting) => {
    if (waiting.attempts >= maxAttempts) {
      // Its last delivery never ended: it may have taken the whole process with it.
      await messages.bury(waiting, `The worker stopped during delivery ${waiting.attempts}`);
      return;
    }
    let until = later(clock, leaseMs);
    let held = await messages.take(waiting, worker, until);
    if (held === undefined) return;

    const heartbeat = every(
      leaseMs / 3,
      async () => {
        if (held === undefined || later(clock, (leaseMs * 2) / 3) < until) return;
        until = later(clock, leaseMs);
        held = await messages.renew(held, until);
      },
      onError,
    );
    let failure: { error: unknown } | undefined;
    let again: Again | void = undefined;
    try {
      again = await handle(held);
    } catch (error) {
      failure = { error };
      onError(error);
    } finally {
      await heartbeat.stop();
    }
    // The lease ran out and another worker has the message: what becomes of it is that worker's to say.
    if (held === undefined) return;
    if (again) await messages.release({ ...held, attempts: 0 }, later(clock, again.againInMs));
    else if (failure === undefined) await messages.done(held);
    else if (held.attempts >= maxAttempts) await messages.bury(held, sentence(failure.error));
    else await messages.release(held, later(clock, backoffMs(held.attempts)));
  };
}
