import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import type { Table } from '../table/table.ts';
import type { DeliveryOptions } from './delivery.ts';
import { delivery, doublingBackoff } from './delivery.ts';
import type { DeadLetters, MessageHandler, Queue } from './queue.ts';
import { queuedMessages } from './table-messages.ts';

export interface WorkOptions extends Partial<DeliveryOptions> {
  onError: (error: unknown) => void;
  /** Messages worked on at the same time. */
  concurrency?: number;
  /** The longest sleep before looking for due messages again. */
  pollMs?: number;
  worker?: string;
}

export interface Worker {
  /** Takes no more messages and asks for those in hand; resolves when they have ended or were let go of. */
  stop(): Promise<void>;
  /** Resolves when no message is due and none is in hand. */
  idle(): Promise<void>;
}

/**
 * The queue of a single process, in its table. A new worker takes over at once what an earlier process left in hand,
 * so only one worker may run on a table and name at a time.
 */
export function tableQueue(place: { table: Table; clock: Clock; name?: string }): Queue & {
  deadLetters: DeadLetters;
  work(handlers: Record<string, MessageHandler>, options: WorkOptions): Worker;
} {
  const { clock } = place;
  const messages = queuedMessages(place);
  const wakers = new Set<() => void>();
  const wakeAll = (): void => wakers.forEach((wake) => wake());

  const takeOver = async (worker: string): Promise<void> => {
    for await (const queued of messages.leased()) {
      if (queued.worker !== worker) await messages.release(queued, clock.now());
    }
  };

  const work = (handlers: Record<string, MessageHandler>, options: WorkOptions): Worker => {
    const { worker = randomUUID(), concurrency = 4, pollMs = 1000, onError } = options;
    const { maxAttempts = 5, leaseMs = 30_000, backoffMs = doublingBackoff } = options;
    const retries = { maxAttempts, leaseMs, backoffMs, onError };
    const stopping = new AbortController();
    const { signal } = stopping;
    const deliver = delivery({ messages, clock, worker, handlers, signal }, retries);
    const inHand = new Map<string, Promise<void>>();
    let idlers: (() => void)[] = [];
    let awake = Promise.withResolvers<void>();
    const wake = (): void => awake.resolve();
    wakers.add(wake);

    const start = (id: string, delivered: Promise<void>): void => {
      const ended = delivered.catch(onError).finally(() => {
        inHand.delete(id);
        wake();
      });
      inHand.set(id, ended);
    };

    /** Starts what is due and there is room for. */
    const takeDue = async (): Promise<void> => {
      // Only who asked before this look may be told what it finds.
      const asking = idlers;
      idlers = [];
      const due = await messages.due(concurrency + inHand.size);
      const free = due.filter(({ message }) => !inHand.has(message.id));
      for (const queued of free.slice(0, concurrency - inHand.size)) {
        start(queued.message.id, deliver(queued));
      }
      if (free.length === 0 && inHand.size === 0) for (const idle of asking) idle();
      else idlers.push(...asking);
    };

    /** How long nothing can be started, unless woken. */
    const pauseMs = async (): Promise<number> => {
      if (inHand.size >= concurrency) return pollMs;
      const next = await messages.nextDue();
      const wait = next === undefined ? pollMs : Date.parse(next) - Date.parse(clock.now());
      return Math.min(Math.max(wait, 5), pollMs);
    };

    const turn = async (): Promise<void> => {
      awake = Promise.withResolvers();
      let pause = pollMs;
      try {
        await takeDue();
        pause = await pauseMs();
      } catch (error) {
        onError(error);
      }
      const alarm = setTimeout(wake, pause);
      if (!signal.aborted) await awake.promise;
      clearTimeout(alarm);
    };

    const loop = async (): Promise<void> => {
      await takeOver(worker).catch(onError);
      while (!signal.aborted) await turn();
      await Promise.all(inHand.values());
      for (const idle of idlers) idle();
    };
    const ended = loop();

    return {
      stop: async () => {
        stopping.abort();
        wakers.delete(wake);
        wake();
        await ended;
      },
      idle: () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        idlers.push(resolve);
        wake();
        return promise;
      },
    };
  };

  return {
    send: async (message) => {
      await messages.add(message);
      wakeAll();
    },
    deadLetters: messages.deadLetters,
    work,
  };
}
