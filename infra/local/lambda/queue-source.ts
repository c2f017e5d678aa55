import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SqsBatchResponse } from '../../../functions/queue/sqs-delivery.ts';

export type SqsHandler = (event: unknown, signal: AbortSignal) => Promise<SqsBatchResponse>;

/** Reads a queue as Lambda does: it takes out what the handler does not call failed. */
export const pollQueue = (
  { client, queueUrl, batch = 10 }: { client: SQSClient; queueUrl: string; batch?: number },
  handler: SqsHandler,
) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const inHand = new Set<Promise<void>>();

  const receive = async () => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: batch,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      }),
    );
    return Messages.map(({ MessageId = '', ReceiptHandle = '', Body = '', Attributes }) => ({
      messageId: MessageId,
      receiptHandle: ReceiptHandle,
      body: Body,
      attributes: { ApproximateReceiveCount: Attributes?.ApproximateReceiveCount ?? '' },
    }));
  };
  const invoke = async (records: Awaited<ReturnType<typeof receive>>): Promise<void> => {
    const { batchItemFailures } = await handler({ Records: records }, signal);
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const { messageId, receiptHandle } of records)
      if (!failed.has(messageId))
        await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle }));
  };
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      const records = await receive();
      if (records.length === 0) continue;
      const invoked = invoke(records).finally(() => inHand.delete(invoked));
      inHand.add(invoked);
    }
    await Promise.all(inHand);
  };
  const ended = loop();

  /** Whether the queue holds a message, hidden or not. */
  const holds = async (): Promise<boolean> => {
    await Promise.all(inHand);
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] }),
    );
    const held = [
      Attributes.ApproximateNumberOfMessages,
      Attributes.ApproximateNumberOfMessagesNotVisible,
      Attributes.ApproximateNumberOfMessagesDelayed,
    ];
    return inHand.size > 0 || held.some((count) => Number(count) !== 0);
  };
  /** Resolves when the queue holds no message. */
  const idle = async (): Promise<void> => {
    while (await holds()) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const stop = async (): Promise<void> => {
    stopping.abort();
    await ended;
  };
  return { holds, idle, stop };
};
