import { randomBytes } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { followingSearch } from './changes/following-search.ts';
import { systemClock } from './clock/system.ts';
import { type Cursors, signedCursors } from './cursors.ts';
import type { Deps } from './deps.ts';
import { EnvironmentUnusable, type Environment } from './environment.ts';
import { s3At, s3Files } from './files/s3.ts';
import { keysOfIssuer } from './identity/discovery.ts';
import type { IdentityVerifier } from './identity/identity.ts';
import { cognitoVerifier, oidcVerifier } from './identity/verifier.ts';
import { sesIn, sesMail } from './mail/ses.ts';
import { newId } from './new-id.ts';
import { sqsAt, sqsQueue } from './queue/sqs.ts';
import { guardedSearch } from './search/guarded.ts';
import { nobody } from './search/nobody.ts';
import { connect } from './search/open-search/connection.ts';
import { namesWith } from './search/open-search/indexes.ts';
import { openSearch } from './search/open-search/open-search.ts';
import type { Search } from './search/search.ts';
import { openDynamoDbTable } from './table/dynamo-db/dynamo-db.ts';

const log: Deps['log'] = (entry) => void process.stdout.write(`${JSON.stringify(entry)}\n`);

const leastSecretLength = 32;

/** Signs with a secret of the deployment, which the API alone may read. */
export const cursorsWith = async (arn: string, region: string): Promise<Cursors> => {
  const client = new SecretsManagerClient({ region });
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (SecretString.length < leastSecretLength)
    throw new EnvironmentUnusable(
      `The secret ${arn} has ${SecretString.length} characters; it needs ${leastSecretLength}.`,
    );
  return signedCursors(Buffer.from(SecretString));
};

const isManaged = (url: string): boolean => /\.es\.amazonaws\.com(\.cn)?$/.test(new URL(url).hostname);

const searchAt = (url: string, region: string): Search => {
  const connection = connect(url, isManaged(url) ? { signedFor: region } : {});
  // Nobody stands in for it here: better a late answer than none.
  const engine = openSearch({ connection, nameOf: namesWith('').alias, withinMs: 10_000 });
  return guardedSearch({ engine, standby: nobody, clock: systemClock });
};

const verifierOf = (environment: Environment): IdentityVerifier => {
  const { OIDC_KIND, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = environment;
  const jwks = keysOfIssuer(issuer);
  if (OIDC_KIND === 'cognito') return cognitoVerifier({ issuer, clientId: audience, jwks });
  const { OIDC_TOKEN_TYPE: typ, OIDC_ROLE_CLAIM: role } = environment;
  return oidcVerifier({
    issuer,
    audience,
    jwks,
    ...(typ && { typ }),
    ...(role !== undefined && { claims: { role } }),
  });
};

/** The ports of a deployment in the cloud. */
export const cloudDeps = (
  environment: Environment,
  // Who shows nobody a list needs no secret that others know.
  cursors: Cursors = signedCursors(randomBytes(leastSecretLength)),
): Deps => {
  const { AWS_REGION: region, SEARCH_ENDPOINT } = environment;
  const clock = systemClock;
  const table = openDynamoDbTable({ table: environment.TABLE_NAME, region, clock });
  const recorded = { table, clock, log };
  return {
    ...recorded,
    newId,
    site: environment.SITE_URL,
    cursors,
    search: SEARCH_ENDPOINT === undefined ? followingSearch(recorded) : searchAt(SEARCH_ENDPOINT, region),
    files: s3Files({ client: s3At(), bucket: environment.DOCUMENT_BUCKET }),
    queue: sqsQueue({ client: sqsAt({ region }), queueUrl: environment.JOB_QUEUE_URL }),
    mail: sesMail({ ...recorded, client: sesIn(region), from: environment.MAIL_FROM }),
    identity: verifierOf(environment),
  };
};
