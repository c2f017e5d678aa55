import { cloudDeps } from './cloud.ts';
import { Environment, readEnvironment } from './environment.ts';
import { jobsOnSqs } from './job/on-sqs.ts';
import { sqsAt } from './queue/sqs.ts';
import { watched } from './watch/watched.ts';

const environment = readEnvironment(Environment, process.env);
const { AWS_REGION: region, JOB_QUEUE_URL: queueUrl } = environment;

/** Works on the jobs that a queue brings; answers which messages Lambda has to bring again. */
export const handler = watched(jobsOnSqs(cloudDeps(environment), { client: sqsAt({ region }), queueUrl }));
