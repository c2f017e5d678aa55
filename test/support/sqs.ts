import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import type { MessageHandler } from '../../functions/queue/queue.ts';
import { sqsAt, sqsQueue } from '../../functions/queue/sqs.ts';
import { sqsDelivery, type SqsBatchResponse } from '../../functions/queue/sqs-delivery.ts';

let queues = 0;

/** A queue of its own in ElasticMQ, with a queue for its dead letters; a message dies after three deliveries. */
export async function emptyQueue(endpoint: string, { hiddenSeconds = 900 } = {}) {
  const client = sqsAt({ endpoint });
  const name = `test-${process.pid}-${(queues += 1)}`;
  const create = async (QueueName: string, Attributes: Record<string, string>): Promise<string> => {
    const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    if (QueueUrl === undefined) throw new Error('the queue has no URL');
    return QueueUrl;
  };
  const deadUrl = await create(`${name}-dead`, {});
  const dead = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: deadUrl, AttributeNames: ['QueueArn'] }),
  );
  const queueUrl = await create(name, {
    VisibilityTimeout: String(hiddenSeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.Attributes?.QueueArn, maxReceiveCount: 3 }),
  });
  return { client, queueUrl, queue: sqsQueue({ client, queueUrl }), close: () => client.destroy() };
}
export type TestQueue = Awaited<ReturnType<typeof emptyQueue>>;

export type SqsHandler = (event: unknown, signal: AbortSignal) => Promise<SqsBatchResponse>;

/** Reads a queue as Lambda does: it takes out what the handler does not call failed. */
export const pollQueue = (
  { client, queueUrl }: Pick<TestQueue, 'client' | 'queueUrl'>,
  handler: SqsHandler,
) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const inHand = new Set<Promise<void>>();

  const receive = async () => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
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

  /** Resolves when the queue holds no message, hidden or not. */
  const idle = async (): Promise<void> => {
    for (;;) {
      await Promise.all(inHand);
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] }),
      );
      const held = [
        Attributes.ApproximateNumberOfMessages,
        Attributes.ApproximateNumberOfMessagesNotVisible,
        Attributes.ApproximateNumberOfMessagesDelayed,
      ];
      if (inHand.size === 0 && held.every((count) => Number(count) === 0)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const stop = async (): Promise<void> => {
    stopping.abort();
    await ended;
  };
  return { idle, stop };
};

/** Handlers on a queue, without a pause between deliveries. */
export const workOnQueue = (queue: TestQueue, handlers: Record<string, MessageHandler>) =>
  pollQueue(queue, sqsDelivery({ ...queue, handlers, onError: () => {}, backoffMs: () => 0 }));
