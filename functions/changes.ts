import { consumersOf } from './changes/consumers.ts';
import { takeRecords } from './changes/take-records.ts';
import { cloudDeps } from './cloud.ts';
import { ConsumersOf, Environment, readEnvironment } from './environment.ts';
import { recordsIn } from './table/dynamo-db/stream-event.ts';

const { CONSUMERS } = readEnvironment(ConsumersOf, process.env);
const deps = cloudDeps(readEnvironment(Environment, process.env));

/** Follows the table's stream; answers from which record on Lambda has to tell it again. */
export const handler = async (
  event: unknown,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> => {
  const from = await takeRecords(deps, consumersOf[CONSUMERS], recordsIn(event));
  return { batchItemFailures: from === undefined ? [] : [{ itemIdentifier: from }] };
};
