import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message as SqsMessage,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { type DeadLetter, type DeadLetters, Message } from './queue.ts';

const RedrivePolicy = z.object({ deadLetterTargetArn: z.string() });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const letterOf = ({ MessageId = '', Body = '', Attributes = {} }: SqsMessage): DeadLetter => {
  const failedAt = new Date(Number(Attributes.ApproximateFirstReceiveTimestamp ?? 0)).toISOString();
  const message = Message.safeParse(parsed(Body)).data;
  if (message === undefined)
    return {
      message: { id: MessageId, topic: '?', payload: { Body } },
      error: 'It is not a message that a handler could read.',
      failedAt,
    };
  return { message, error: 'No delivery came to its end; the log of the workers says why.', failedAt };
};

/** Finds the queue that the redrive policy of another one names. */
const deadQueueOf = async (client: SQSClient, queueUrl: string): Promise<string> => {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['RedrivePolicy'] }),
  );
  const policy = RedrivePolicy.safeParse(parsed(Attributes?.RedrivePolicy ?? '')).data;
  if (policy === undefined) throw new RangeError(`The queue ${queueUrl} keeps no dead letters.`);
  const QueueName = policy.deadLetterTargetArn.split(':').at(-1);
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
  if (QueueUrl === undefined) throw new RangeError(`The queue ${QueueName} is missing.`);
  return QueueUrl;
};

/** The dead letters of a queue, in the queue that its redrive policy names. What is to be dealt with is listed before. */
export const sqsDeadLetters = ({
  client,
  queueUrl,
}: {
  client: SQSClient;
  queueUrl: string;
}): DeadLetters => {
  /** What was listed, by the message's id. */
  const listed = new Map<string, { deadQueue: string; messages: SqsMessage[] }>();

  const read = async (deadQueue: string): Promise<SqsMessage[]> => {
    const messages: SqsMessage[] = [];
    for (;;) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: deadQueue,
          MaxNumberOfMessages: 10,
          // SQS asks all its servers only when told to wait.
          WaitTimeSeconds: 1,
          VisibilityTimeout: 60,
          MessageSystemAttributeNames: ['ApproximateFirstReceiveTimestamp'],
        }),
      );
      if (Messages.length === 0) return messages;
      messages.push(...Messages);
    }
  };

  const takeOut = async (
    { message }: DeadLetter,
    first: (dead: SqsMessage) => Promise<unknown> = async () => {},
  ): Promise<boolean> => {
    const found = listed.get(message.id);
    if (found === undefined) return false;
    for (const dead of found.messages) {
      await first(dead);
      const at = { QueueUrl: found.deadQueue, ReceiptHandle: dead.ReceiptHandle };
      await client.send(new DeleteMessageCommand(at));
    }
    return listed.delete(message.id);
  };

  return {
    all: async () => {
      const deadQueue = await deadQueueOf(client, queueUrl);
      const messages = await read(deadQueue);
      listed.clear();
      for (const message of messages) {
        const shown = { QueueUrl: deadQueue, ReceiptHandle: message.ReceiptHandle, VisibilityTimeout: 0 };
        await client.send(new ChangeMessageVisibilityCommand(shown));
        const { id } = letterOf(message).message;
        listed.set(id, { deadQueue, messages: [...(listed.get(id)?.messages ?? []), message] });
      }
      return [...listed.values()].flatMap(({ messages: [first] }) => (first ? [letterOf(first)] : []));
    },
    revive: (letter) =>
      takeOut(letter, ({ Body }) =>
        client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: Body })),
      ),
    giveUp: (letter) => takeOut(letter),
  };
};
