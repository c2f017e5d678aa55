import type { JsonObject } from '../table/table.ts';

export interface Message {
  /** Sending the same id twice while it is queued or being worked on delivers it once. */
  id: string;
  /** The handler that takes it. */
  topic: string;
  payload: JsonObject;
  /** ISO instant before which it is not delivered. */
  notBefore?: string;
}

/**
 * Takes one message to its end. It may be delivered again after a crash: a handler is idempotent and resumes.
 * Throwing means another try later; after the last one the message is kept as a dead letter.
 */
export type MessageHandler = (message: Message) => Promise<void>;

export interface DeadLetter {
  message: Message;
  error: string;
  failedAt: string;
}

/** Work that outlives the request which asked for it. Durable once `send` returns. */
export interface Queue {
  send(message: Message): Promise<void>;
  deadLetters(): Promise<DeadLetter[]>;
}
