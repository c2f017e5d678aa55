import { consumersOf } from './changes/consumers.ts';
import { takeRecords } from './changes/take-records.ts';
import { cloudDeps, signerWith } from './cloud.ts';
import { CertificateSecret, ConsumersOf, Environment, readEnvironment } from './environment.ts';
import { recordsIn } from './table/dynamo-db/stream-event.ts';
import { watched } from './watch/watched.ts';

const { CONSUMERS } = readEnvironment(ConsumersOf, process.env);
const environment = readEnvironment(Environment, process.env);

/** Certificates are issued by a consumer of the record. */
const signing = () => {
  if (CONSUMERS !== 'record') return {};
  const { CERTIFICATE_SECRET_ARN } = readEnvironment(CertificateSecret, process.env);
  return { signer: signerWith(CERTIFICATE_SECRET_ARN, environment.AWS_REGION) };
};
const deps = { ...cloudDeps(environment), ...signing() };

/** Follows the table's stream; answers from which record on Lambda has to tell it again. */
export const handler = watched(
  async (event: unknown): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> => {
    const from = await takeRecords(deps, consumersOf[CONSUMERS], recordsIn(event));
    return { batchItemFailures: from === undefined ? [] : [{ itemIdentifier: from }] };
  },
);
