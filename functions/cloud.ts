import { randomBytes } from 'node:crypto';
import type { CertificateSigner } from './certificate/signer.ts';
import { systemClock } from './clock/system.ts';
import { type Cursors, signedCursors } from './cursors.ts';
import type { Deps } from './deps.ts';
import { EnvironmentUnusable, type Environment } from './environment.ts';
import type { Files } from './files/files.ts';
import type { AccountRemoval } from './identity/account-removal.ts';
import type { IdentityVerifier } from './identity/identity.ts';
import type { Mail } from './mail/mail.ts';
import { newId } from './new-id.ts';
import { openOnce } from './open-once.ts';
import type { Queue } from './queue/queue.ts';
import type { Search, SearchState } from './search/search.ts';
import type { Post } from './webhook/post.ts';
import { openDynamoDbTable } from './table/dynamo-db/dynamo-db.ts';
import { answered, log } from './watch/watched.ts';

// Most requests need the record alone: a function starts sooner when the code of other services is read by whoever
// asks for them first.

type Recorded = Pick<Deps, 'table' | 'clock' | 'log'>;

const leastSecretLength = 32;

/** A secret of the deployment, which only those may read whom the stack grants it. */
const secretAt = async (arn: string, region: string): Promise<Buffer> => {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const client = new SecretsManagerClient({ region });
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (SecretString.length < leastSecretLength)
    throw new EnvironmentUnusable(
      `The secret ${arn} has ${SecretString.length} characters; it needs ${leastSecretLength}.`,
    );
  return Buffer.from(SecretString);
};

/** Reads the signing key when a certificate is first issued. A new secret is in use as functions start anew. */
export const signerWith = (arn: string, region: string): (() => Promise<CertificateSigner>) =>
  openOnce(async () => {
    const { signerFrom } = await import('./certificate/signer.ts');
    return signerFrom(await secretAt(arn, region));
  });

/** Asks for the secret when a list is first paged through. */
export const cursorsWith = (arn: string, region: string): Cursors => {
  const cursors = openOnce(async () => signedCursors(await secretAt(arn, region)));
  return {
    seal: async (list, cursor) => (await cursors()).seal(list, cursor),
    open: async (list, sealed) => (await cursors()).open(list, sealed),
  };
};

const isManaged = (url: string): boolean => /\.es\.amazonaws\.com(\.cn)?$/.test(new URL(url).hostname);

const searchOnceOpen = (engine: SearchState['engine'], open: () => Promise<Search>): Search => {
  let opened: Search | undefined;
  const search = async () => (opened = await open());
  return {
    write: async (writes) => (await search()).write(writes),
    rankPostings: async (plan) => (await search()).rankPostings(plan),
    rankStudents: async (plan) => (await search()).rankStudents(plan),
    state: () => opened?.state() ?? { engine, answeredBy: 'engine' },
  };
};

const searchAt = (url: string, region: string): Search => {
  const connect = openOnce(async () => {
    const { connectedSearch } = await import('./search/open-search/connected.ts');
    // Nobody stands in for it here: better a late answer than none.
    return connectedSearch(url, { ...(isManaged(url) && { signedFor: region }), withinMs: 10_000 });
  });
  const guard = openOnce(async () => {
    const { guardedSearch } = await import('./search/guarded.ts');
    const { nobody } = await import('./search/nobody.ts');
    return guardedSearch({
      engine: searchOnceOpen('opensearch', connect),
      standby: nobody,
      clock: systemClock,
    });
  });
  return searchOnceOpen('opensearch', guard);
};

const searchInMemory = (recorded: Recorded & Pick<Deps, 'files'>): Search =>
  searchOnceOpen(
    'evaluator',
    openOnce(async () => (await import('./changes/following-search.ts')).followingSearch(recorded)),
  );

/** Lambda passes 6 MB on, in which text has its quotes escaped and all else is base64. */
const mostInAnswer = 4 * 1024 * 1024;

const filesIn = (bucket: string): Files => {
  const open = openOnce(async () => {
    const { s3At, s3Files, s3Links, s3Offers } = await import('./files/s3.ts');
    const place = { client: s3At(), bucket };
    return { files: s3Files(place), linkTo: s3Links(place), offers: s3Offers(place) };
  });
  return {
    put: async (name, content) => (await open()).files.put(name, content),
    read: async (name) => (await open()).files.read(name),
    remove: async (name) => (await open()).files.remove(name),
    list: async (under) => (await open()).files.list(under),
    links: { aboveBytes: mostInAnswer, to: async (file, as) => (await open()).linkTo(file, as) },
    offers: { forgets: true, to: async (file, now) => (await open()).offers.to(file, now) },
  };
};

/** Asks GuardDuty's tags, when a file was sent to the bucket. */
const malwareIn = (bucket: string): NonNullable<Deps['malware']> => {
  const open = openOnce(async () => {
    const { guardDuty, s3At } = await import('./files/s3.ts');
    return guardDuty({ client: s3At(), bucket });
  });
  return async (file) => (await open())(file);
};

const queueAt = (queueUrl: string, region: string): Queue => {
  const open = openOnce(async () => {
    const { sqsAt, sqsQueue } = await import('./queue/sqs.ts');
    return sqsQueue({ client: sqsAt({ region }), queueUrl });
  });
  return { send: async (message) => (await open()).send(message) };
};

const mailFrom = (from: string, region: string, recorded: Recorded): Mail => {
  const open = openOnce(async () => {
    const { sesIn, sesMail } = await import('./mail/ses.ts');
    return sesMail({ ...recorded, client: sesIn(region), from });
  });
  return { send: async (letter) => (await open()).send(letter) };
};

/** The user pool's people, where the stack has one; an issuer of somebody else's keeps its own. */
const accountsIn = (userPoolId: string, region: string): AccountRemoval => {
  const open = openOnce(async () => {
    const { CognitoIdentityProviderClient } = await import('@aws-sdk/client-cognito-identity-provider');
    const { cognitoAccounts } = await import('./identity/cognito-accounts.ts');
    return cognitoAccounts(new CognitoIdentityProviderClient({ region }), userPoolId);
  });
  return {
    remove: async (person) => (await open()).remove(person),
    coordinators: async () => (await open()).coordinators(),
  };
};

const openVerifier = async (environment: Environment): Promise<IdentityVerifier> => {
  const { keysOfIssuer } = await import('./identity/discovery.ts');
  const { cognitoVerifier, oidcVerifier } = await import('./identity/verifier.ts');
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

const postWhenAsked = (): Post => {
  const open = openOnce(async () => (await import('./webhook/https-post.ts')).httpsPost());
  return {
    check: async (url) => (await open()).check(url),
    send: async (url, message) => (await open()).send(url, message),
  };
};

/** Only what answers requests is ever shown a token, and not with each. */
const verifierOf = (environment: Environment): IdentityVerifier => {
  const verifier = openOnce(() => openVerifier(environment));
  return { verify: async (token) => (await verifier()).verify(token) };
};

/** The ports of a deployment in the cloud. */
export const cloudDeps = (
  environment: Environment,
  // Who shows nobody a list needs no secret that others know.
  cursors: Cursors = signedCursors(randomBytes(leastSecretLength)),
): Deps => {
  const { AWS_REGION: region, SEARCH_ENDPOINT, USER_POOL_ID } = environment;
  const clock = systemClock;
  const table = openDynamoDbTable({ table: environment.TABLE_NAME, region, clock });
  const recorded = { table, clock, log };
  const files = filesIn(environment.DOCUMENT_BUCKET);
  return {
    ...recorded,
    answered,
    newId,
    site: environment.SITE_URL,
    cursors,
    search:
      SEARCH_ENDPOINT === undefined
        ? searchInMemory({ ...recorded, files })
        : searchAt(SEARCH_ENDPOINT, region),
    keepsSearchSnapshot: SEARCH_ENDPOINT === undefined,
    files,
    queue: queueAt(environment.JOB_QUEUE_URL, region),
    deliveries: queueAt(environment.DELIVERY_QUEUE_URL, region),
    post: postWhenAsked(),
    mail: mailFrom(environment.MAIL_FROM, region, recorded),
    identity: verifierOf(environment),
    remains: table,
    ...(environment.SCAN === 'guardduty' && { malware: malwareIn(environment.DOCUMENT_BUCKET) }),
    ...(USER_POOL_ID !== undefined && { accounts: accountsIn(USER_POOL_ID, region) }),
  };
};
