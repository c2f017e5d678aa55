import { CreateQueueCommand, GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { MessageHandler } from '../../functions/queue/queue.ts';
import { sqsAt, sqsQueue } from '../../functions/queue/sqs.ts';
import { sqsDelivery } from '../../functions/queue/sqs-delivery.ts';
import { pollQueue } from '../../infra/local/lambda/queue-source.ts';

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

/** Handlers on a queue, without a pause between deliveries. */
export const workOnQueue = (queue: TestQueue, handlers: Record<string, MessageHandler>) =>
  pollQueue(queue, sqsDelivery({ ...queue, handlers, onError: () => {}, backoffMs: () => 0 }));
