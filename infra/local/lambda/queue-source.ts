import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { RunningFunction } from './runtime.ts';

const Answer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).optional() })
  .nullish();

/** Hands a queue's messages to a function, one at a time, as Lambda does: what ends well is deleted. */
export const queueSource = (options: { sqs: SQSClient; queueUrl: string; worker: RunningFunction }) => {
  const { sqs, queueUrl: QueueUrl, worker } = options;

  /** Takes one message; false when there was none. */
  const step = async (): Promise<boolean> => {
    const { Messages: [message] = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 1,
        WaitTimeSeconds: 0,
        MessageSystemAttributeNames: ['All'],
      }),
    );
    if (message === undefined) return false;
    const record = {
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: message.Attributes,
      messageAttributes: {},
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:local:000000000000:jobs',
      awsRegion: 'local',
    };
    const failed = await worker.invoke({ Records: [record] }).then(
      (answer) => (Answer.parse(answer)?.batchItemFailures ?? []).length > 0,
      () => true,
    );
    if (!failed) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    return true;
  };

  /** Messages that wait or are being worked on. */
  const left = async (): Promise<number> => {
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    return Object.values(Attributes).reduce((sum, value) => sum + Number(value), 0);
  };
  return { step, left };
};
