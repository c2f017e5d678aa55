import * as z from 'zod';

export const Message = z.object({
  /** What it is about: a handler that meets it twice knows by this that it is the same. */
  id: z.string(),
  /** The handler that takes it. */
  topic: z.string(),
  payload: z.record(z.string(), z.json()),
});
export type Message = z.infer<typeof Message>;

/** Let go of before its end: it is delivered again after a pause, with all its attempts. */
export interface Again {
  againInMs: number;
}

/**
 * Takes one message to its end. It may be delivered again after a crash, and twice at the same moment: a handler is
 * idempotent, resumes, and sees to it that only one of two goes on. Throwing means another try later; after the last
 * one the message is kept as a dead letter. When the signal is aborted, whoever delivers wants the message back soon.
 */
export type MessageHandler = (message: Message, signal: AbortSignal) => Promise<Again | void>;

/** Work that outlives the request which asked for it. Durable once `send` returns; delivered at least once. */
export interface Queue {
  send(message: Message): Promise<void>;
}

/** A message that no delivery has brought to its end. */
export interface DeadLetter {
  message: Message;
  error: string;
  /** ISO instant since which it is one. */
  failedAt: string;
}

/** What a queue has given up, for somebody to look at. */
export interface DeadLetters {
  all(): Promise<DeadLetter[]>;
  /** Gives a message all its attempts again. False when somebody else has dealt with it. */
  revive(letter: DeadLetter): Promise<boolean>;
  /** Forgets a message. False when somebody else has dealt with it. */
  giveUp(letter: DeadLetter): Promise<boolean>;
}
