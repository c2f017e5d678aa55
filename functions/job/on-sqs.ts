import type { Deps } from '../deps.ts';
import { sqsDelivery, type SqsBatchResponse, type SqsDeliveryOptions } from '../queue/sqs-delivery.ts';
import { jobHandlers } from './handlers.ts';
import { workOnJob } from './work.ts';

/** Left of a Lambda's time when a job is asked to stop: long enough to come to a safe point. */
const lastMs = 60_000;

export interface JobsOnSqs extends Pick<SqsDeliveryOptions, 'client' | 'queueUrl' | 'heldSeconds'> {
  leaseMs?: number;
}

/**
 * Works on the jobs that a queue of SQS brings. Each delivery is a worker of its own; what it does not bring to an end
 * in a Lambda's time goes on in the next one.
 */
export const jobsOnSqs = (deps: Deps, { leaseMs, ...queue }: JobsOnSqs) => {
  const deliver = sqsDelivery({
    ...queue,
    handlers: {
      job: ({ id }, signal) =>
        workOnJob(deps, jobHandlers, id, {
          worker: deps.newId(),
          signal,
          ...(leaseMs !== undefined && { leaseMs }),
        }),
    },
    onError: (error) => deps.log({ level: 'error', event: 'delivery_failed', error: String(error) }),
  });
  return (event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<SqsBatchResponse> =>
    deliver(event, AbortSignal.timeout(Math.max(context.getRemainingTimeInMillis() - lastMs, 0)));
};
