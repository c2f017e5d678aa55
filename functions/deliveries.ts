import { cloudDeps } from './cloud.ts';
import { Environment, readEnvironment } from './environment.ts';
import { sqsDelivery } from './queue/sqs-delivery.ts';
import { sqsAt } from './queue/sqs.ts';
import { webhookDelivery } from './webhook/deliver.ts';
import { watched } from './watch/watched.ts';

const environment = readEnvironment(Environment, process.env);
const { AWS_REGION: region, DELIVERY_QUEUE_URL: queueUrl } = environment;
const deps = cloudDeps(environment);

const deliver = sqsDelivery({
  client: sqsAt({ region }),
  queueUrl,
  handlers: { webhook: webhookDelivery(deps) },
  onError: (error) => deps.log({ level: 'error', event: 'delivery_failed', error: String(error) }),
});

/** Sends events to the endpoints of partners; apart from jobs, so that a slow endpoint holds up none of them. */
export const handler = watched((event: unknown, context: { getRemainingTimeInMillis(): number }) =>
  deliver(event, AbortSignal.timeout(context.getRemainingTimeInMillis())),
);
