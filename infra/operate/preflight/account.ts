import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { inOneLine } from '../refusal.ts';
import { type Finding, missing, ok } from './finding.ts';

/** Who deploys, and into which account. */
export const findingOfAccount = async (region: string): Promise<Finding> => {
  const client = new STSClient({ region });
  try {
    const { Account, Arn } = await client.send(new GetCallerIdentityCommand());
    return ok(`${Arn} deploys into account ${Account} in ${region}`);
  } catch (error) {
    return missing(
      `AWS does not know who asks (${inOneLine(error)})`,
      'Sign in (aws sso login, aws configure) or choose a profile with AWS_PROFILE.',
    );
  } finally {
    client.destroy();
  }
};
