import type { Random } from '../../../infra/local/seed/random.ts';
import type { Asked, Fault } from './bad-line.ts';

const error = (status: number, name: string, more: object = {}): Fault => ({
  answer: {
    status,
    type: 'application/x-amz-json-1.0',
    body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more },
  },
});

const conflict = error(400, 'TransactionCanceledException', {
  CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
});

const ofDynamoDb: readonly Fault[] = [
  error(400, 'ProvisionedThroughputExceededException'),
  error(400, 'ThrottlingException'),
  error(500, 'InternalServerError'),
  error(503, 'ServiceUnavailable'),
  'cut',
  'answerLost',
  'answerLost',
];

/** Mostly a little bad; every now and then so bad that no patience of the client is enough. */
const shareAt = (count: number): number => (count % 400 < 60 ? 0.85 : 0.12);
const stallShare = 0.002;

/** Faults between the product and DynamoDB. */
export const overDynamoDb = (random: Random) => {
  let count = 0;
  return ({ operation }: Asked): Fault | undefined => {
    count += 1;
    if (random.chance(stallShare)) return 'stalled';
    if (!random.chance(shareAt(count))) return undefined;
    return operation === 'TransactWriteItems' && random.chance(0.3) ? conflict : random.pick(ofDynamoDb);
  };
};

const busy = (status: number): Fault => ({
  answer: { status, body: { error: { type: 'busy', reason: 'busy' }, status } },
});

/** Faults between the product and OpenSearch. */
export const overOpenSearch = (random: Random) => {
  let count = 0;
  return ({ path }: Asked): Fault | undefined => {
    count += 1;
    if (!random.chance(shareAt(count))) return undefined;
    if (path.startsWith('/_bulk') && random.chance(0.5))
      return { partly: () => random.chance(0.5), status: random.chance(0.5) ? 429 : 503 };
    return random.pick<Fault>([busy(429), busy(503), 'cut', 'answerLost']);
  };
};
