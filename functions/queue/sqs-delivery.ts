import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { every } from '../clock/system.ts';
import { doublingBackoff } from './delivery.ts';
import { Message, type MessageHandler } from './queue.ts';
import { sendMessage } from './sqs.ts';

/** What Lambda hands over of a message. */
const SqsRecord = z.object({
  messageId: z.string(),
  receiptHandle: z.string(),
  body: z.string(),
  attributes: z.object({ ApproximateReceiveCount: z.coerce.number() }),
});
type SqsRecord = z.infer<typeof SqsRecord>;
const SqsEvent = z.object({ Records: z.array(SqsRecord) });

/** The messages that are to be delivered again; all others are taken out of the queue. */
export interface SqsBatchResponse {
  batchItemFailures: { itemIdentifier: string }[];
}

export interface SqsDeliveryOptions {
  client: SQSClient;
  queueUrl: string;
  handlers: Record<string, MessageHandler>;
  onError: (error: unknown) => void;
  /** How long a worker that says nothing keeps a message. */
  heldSeconds?: number;
  /** The pause after the nth delivery when it failed, n from 1. */
  backoffMs?: (attempt: number) => number;
}

/**
 * Delivers what Lambda read from a queue. The queue itself hides a message for longer than a Lambda can run, or Lambda
 * would not read it: here that is shortened at once and then made longer while the handler works, so that a message
 * whose worker was killed comes again within a minute. The queue's redrive policy says when one is a dead letter.
 */
export const sqsDelivery = (options: SqsDeliveryOptions) => {
  const { client, queueUrl, handlers, onError, heldSeconds = 60, backoffMs = doublingBackoff } = options;

  const hideFor = async ({ receiptHandle }: SqsRecord, seconds: number): Promise<void> => {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  };

  const handle = async ({ body }: SqsRecord, signal: AbortSignal): Promise<void> => {
    const message = Message.parse(JSON.parse(body));
    const handler = handlers[message.topic];
    if (handler === undefined) throw new Error(`No handler takes the topic ${message.topic}`);
    const again = await handler(message, signal);
    // Sent anew, so that its deliveries are counted from one.
    if (again) await sendMessage({ client, queueUrl }, message, again.againInMs);
  };

  const deliver = async (record: SqsRecord, signal: AbortSignal): Promise<boolean> => {
    const heartbeat = every((heldSeconds * 1000) / 3, () => hideFor(record, heldSeconds), onError);
    try {
      await handle(record, signal);
      return true;
    } catch (error) {
      onError(error);
      return false;
    } finally {
      await heartbeat.stop();
    }
  };

  return async (event: unknown, signal: AbortSignal): Promise<SqsBatchResponse> => {
    const failures = await Promise.all(
      SqsEvent.parse(event).Records.map(async (record) => {
        if (await deliver(record, signal)) return [];
        const pause = backoffMs(record.attributes.ApproximateReceiveCount);
        await hideFor(record, Math.ceil(pause / 1000)).catch(onError);
        return [{ itemIdentifier: record.messageId }];
      }),
    );
    return { batchItemFailures: failures.flat() };
  };
};
