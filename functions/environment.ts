import * as z from 'zod';

/** What a deployment tells its functions. Secrets come by reference alone. */
export const Environment = z.object({
  TABLE_NAME: z.string().min(1),
  DOCUMENT_BUCKET: z.string().min(1),
  /** Who looks at files that people send, besides the product itself. */
  SCAN: z.enum(['guardduty']).optional(),
  JOB_QUEUE_URL: z.url(),
  /** What is to be sent to partners' endpoints. */
  DELIVERY_QUEUE_URL: z.url(),
  /** Where OpenSearch answers; without it the documents are held in memory. */
  SEARCH_ENDPOINT: z.url().optional(),
  /** How the issuer's access tokens are made: as RFC 9068 says, or as a Cognito user pool does. */
  OIDC_KIND: z.enum(['oidc', 'cognito']).default('oidc'),
  OIDC_ISSUER: z.url(),
  /** The Cognito user pool of whose people one can be removed. */
  USER_POOL_ID: z.string().optional(),
  /** What tokens have to be meant for: the API's name, or the client of a user pool. */
  OIDC_AUDIENCE: z.string().min(1),
  /** What an issuer of one's own writes into its tokens' headers, and where it says the role; RFC 9068 and `role` unless told. */
  OIDC_TOKEN_TYPE: z.enum(['at+jwt', 'JWT']).optional(),
  OIDC_ROLE_CLAIM: z.string().optional(),
  SITE_URL: z.url(),
  /** The address that letters come from, verified with SES. */
  MAIL_FROM: z.email(),
  /** Lambda says it itself. */
  AWS_REGION: z.string().min(1),
});
export type Environment = z.infer<typeof Environment>;

/** What only the API has to know: the secret in Secrets Manager that signs where pages of lists end. */
export const CursorSecret = z.object({ CURSOR_SECRET_ARN: z.string().min(1) });

/** What only the consumers of the record have to know: the secret in Secrets Manager that certificates are signed from. */
export const CertificateSecret = z.object({ CERTIFICATE_SECRET_ARN: z.string().min(1) });

/** Which of the change feed's consumers a function runs: those that write to the record and send mail, or the search's. */
export const ConsumersOf = z.object({ CONSUMERS: z.enum(['record', 'search']) });

/** Some variables are missing or cannot be meant so; names each. */
export class EnvironmentUnusable extends Error {
  override name = 'EnvironmentUnusable';
}

/** Reads variables, of which an empty one counts as missing. */
export const readEnvironment = <T>(
  schema: z.ZodType<T>,
  variables: Readonly<Record<string, string | undefined>>,
): T => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = schema.safeParse(set);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return set[name] === undefined ? `${name} is missing` : `${name}: ${message}`;
  });
  throw new EnvironmentUnusable(`The environment of this function is incomplete: ${problems.join('; ')}.`);
};
