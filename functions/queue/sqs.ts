import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Unavailable } from '../errors.ts';
import type { Message, Queue } from './queue.ts';

/** The region's own SQS, or a service that speaks its protocol: that one takes any credentials. */
export const sqsAt = ({ endpoint, region }: { endpoint?: string; region?: string } = {}): SQSClient =>
  new SQSClient({
    maxAttempts: 5,
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && {
      endpoint,
      region: 'local',
      // It names itself in a queue's URL as it sees itself.
      useQueueUrlAsEndpoint: false,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  });

const maxDelaySeconds = 900;

/** Sends a message; SQS holds nothing back for longer than a quarter of an hour. */
export const sendMessage = async (
  { client, queueUrl }: { client: SQSClient; queueUrl: string },
  message: Message,
  delayMs = 0,
): Promise<void> => {
  const DelaySeconds = Math.min(Math.ceil(delayMs / 1000), maxDelaySeconds);
  const MessageBody = JSON.stringify(message);
  await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody, DelaySeconds }));
};

/**
 * A standard queue. SQS delivers at least once and in any order, and a FIFO queue would not change what its handlers
 * have to bear: it tells repetitions for five minutes alone, and a delivery that takes long comes again all the same.
 */
export const sqsQueue = (queue: { client: SQSClient; queueUrl: string }): Queue => ({
  send: async (message) => {
    try {
      await sendMessage(queue, message);
    } catch (error) {
      // Nothing can be wrong with a message that names a job.
      throw new Unavailable('SQS did not take a message.', { cause: error });
    }
  },
});
