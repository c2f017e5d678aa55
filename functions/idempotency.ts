import { instantAfter } from './clock/clock.ts';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { actorName, type Actor } from './actor.ts';
import { DomainError, Unavailable } from './errors.ts';
import type { Item, Key, Operation, Table } from './table/table.ts';
import { WriteConflict, WriteTooLarge } from './table/table.ts';

/** What was answered to a POST, kept for a day so that a repeat gets the same answer. */
const Remembered = z.object({
  request: z.string(),
  answer: z.object({ status: z.number().int(), body: z.string(), etag: z.string().optional() }).optional(),
});
export type RememberedAnswer = NonNullable<z.infer<typeof Remembered>['answer']>;

const keptMs = 24 * 60 * 60 * 1000;

/**
 * Makes a POST with an Idempotency-Key happen once. The key is written in the same transaction as the request's
 * first write, so that of two equal requests only one can commit, and a crash leaves either both or neither.
 */
export class OnceOnly {
  readonly table: Table;
  readonly #key: Key;
  readonly #request: string;
  readonly #by: string;
  readonly #now: string;
  readonly #record: Table;
  #claimed = false;
  #claiming: Promise<void> = Promise.resolve();

  constructor(
    record: Table,
    actor: Actor,
    key: string,
    request: { operation: string; path: string; query: Record<string, string>; body: string },
    now: string,
  ) {
    this.#record = record;
    this.#by = actorName(actor);
    this.#now = now;
    this.#key = { pk: `ONCE#${this.#by}#${key}`, sk: 'ONCE' };
    this.#request = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    this.table = {
      get: (itemKey) => record.get(itemKey),
      query: (query) => record.query(query),
      changes: (after, limit) => record.changes(after, limit),
      write: (operations) => this.#write(operations),
    };
  }

  /** The answer to an earlier equal request, or undefined when there was none. */
  async remembered(): Promise<RememberedAnswer | undefined> {
    const item = await this.#record.get(this.#key);
    return item && this.#answerOf(item);
  }

  /**
   * Keeps the answer for repeats. Nothing is kept of a request that wrote nothing. What was done stays done when its
   * answer cannot be kept, being too large or the record not answering by now: a repeat is told that it was carried out.
   */
  async remember(answer: RememberedAnswer): Promise<void> {
    if (!this.#claimed) return;
    try {
      await this.#record.write([this.#put(answer)]);
    } catch (error) {
      if (!(error instanceof WriteTooLarge || error instanceof Unavailable)) throw error;
    }
  }

  #answerOf(item: Item): RememberedAnswer {
    const { request, answer } = Remembered.parse(item.body);
    if (request !== this.#request)
      throw new DomainError(
        'invalid',
        'idempotency_key_reused',
        'This Idempotency-Key was used for another request. Use a new one.',
        {
          fields: [{ pointer: '/header/Idempotency-Key', reason: 'was used for another request' }],
        },
      );
    if (answer === undefined)
      throw new DomainError(
        'conflict',
        'already_under_way',
        'The same request is already being processed, or its answer was lost. It is stored only once: read the list before you try again.',
      );
    return answer;
  }

  #put(answer?: RememberedAnswer): Operation {
    const body = { request: this.#request, ...(answer && { answer: { ...answer } }) };
    const expiresAt = instantAfter(this.#now, keptMs);
    return {
      put: {
        ...this.#key,
        body,
        // By this all that is remembered of somebody is found when it has to go.
        index: { gsi1: { pk: `ONCE_OF#${this.#by}`, sk: this.#key.pk } },
        stamp: { by: this.#by, action: 'idempotency', at: this.#now },
        expiresAt,
      },
    };
  }

  /** Writes of one request that come side by side take turns until one of them has claimed the key for all. */
  #write(operations: readonly Operation[]): Promise<void> {
    if (this.#claimed) return this.#record.write(operations);
    const turn = this.#claiming.then(() =>
      this.#claimed ? this.#record.write(operations) : this.#claimWith(operations),
    );
    this.#claiming = turn.catch(() => {});
    return turn;
  }

  async #claimWith(operations: readonly Operation[]): Promise<void> {
    try {
      await this.#record.write([...operations, { ...this.#put(), if: { absent: true } }]);
      this.#claimed = true;
    } catch (error) {
      if (!(error instanceof WriteConflict) || !error.operations.includes(operations.length)) throw error;
      const item = await this.#record.get(this.#key);
      if (item === undefined) throw error;
      throw new Repeated(this.#answerOf(item));
    }
  }
}

/** Thrown through the handler when an equal request won the race: its answer is the answer. */
export class Repeated extends Error {
  readonly answer: RememberedAnswer;
  constructor(answer: RememberedAnswer) {
    super('repeated request');
    this.answer = answer;
  }
}
