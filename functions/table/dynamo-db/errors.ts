import * as z from 'zod';
import { Unavailable, Unusable } from '../../errors.ts';

/** The table cannot be used: it is missing, of another shape, or not ours to use. */
export class TableUnusable extends Unusable {
  override name = 'TableUnusable';
}

const refused = new Set([
  'AccessDeniedException',
  'CredentialsProviderError',
  'ExpiredTokenException',
  'IncompleteSignatureException',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'UnrecognizedClientException',
]);

const passing = new Set([
  'InternalServerError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TimeoutError',
]);

/** What the SDK notes of the requests behind an error, and Node of a line that broke: `ECONNREFUSED`. */
const Noted = z.object({
  $metadata: z.object({ httpStatusCode: z.number().optional(), attempts: z.number().optional() }).optional(),
  code: z.string().optional(),
});
const notedOn = (error: Error) => Noted.safeParse(error).data ?? {};

/** How often a failed request was sent; once when it does not say. */
export const attemptsOf = (error: Error): number => notedOn(error).$metadata?.attempts ?? 1;

const isPassing = (error: Error): boolean => {
  const { $metadata, code = '' } = notedOn(error);
  return passing.has(error.name) || ($metadata?.httpStatusCode ?? 0) >= 500 || /^E[A-Z_]+$/.test(code);
};

/** An error of DynamoDB in the port's words; what is a fault of ours stays as it is. */
export function explained(error: unknown, table: string): unknown {
  if (!(error instanceof Error)) return error;
  const unusable = (why: string) => new TableUnusable(why, { cause: error });
  if (error.name === 'ResourceNotFoundException')
    return unusable(
      `There is no DynamoDB table ${table} here. Deploy it, or name the right table and region.`,
    );
  // We ask for nothing that a table of the right shape would not take.
  if (error.name === 'ValidationException')
    return unusable(`The DynamoDB table ${table} seems to have other keys or indexes: ${error.message}`);
  if (refused.has(error.name))
    return unusable(
      `DynamoDB refuses our credentials for the table ${table}: ${error.name}, ${error.message}`,
    );
  if (isPassing(error))
    return new Unavailable(`DynamoDB did not answer for the table ${table}: ${error.name}`, { cause: error });
  return error;
}
