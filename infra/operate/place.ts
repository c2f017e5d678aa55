import { STSClient } from '@aws-sdk/client-sts';
import { OperatorRefused } from './refusal.ts';

/** The region that the operator's command is about: named, of the environment, or of the profile. */
export const regionOf = async (named: string | undefined): Promise<string> => {
  if (named !== undefined) return named;
  const client = new STSClient();
  try {
    return await client.config.region();
  } catch {
    throw new OperatorRefused(
      'No region is named: give --region, set AWS_REGION, or choose a profile that has one.',
    );
  } finally {
    client.destroy();
  }
};
