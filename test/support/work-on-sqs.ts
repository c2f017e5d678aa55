import { jobsOnSqs } from '../../functions/job/on-sqs.ts';
import { sqsAt } from '../../functions/queue/sqs.ts';
import { depsOn } from './real-parts.ts';
import { pollQueue } from '../../infra/local/lambda/queue-source.ts';

/** Works on the jobs of a queue, as Lambda does, in a process of its own until it is killed; its argument says where. */
const { places, sqs, queueUrl, heldSeconds, leaseMs } = JSON.parse(process.argv[2] ?? '');
const queue = { client: sqsAt({ endpoint: sqs }), queueUrl };
const work = jobsOnSqs(await depsOn(places), { ...queue, heldSeconds, leaseMs });
pollQueue(queue, (event) => work(event, { getRemainingTimeInMillis: () => 900_000 }));
