import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { type Finding, missing, ok } from './finding.ts';

/** What the CDK's stacks ask for. */
export const oldestBootstrap = 6;

/** Whether the CDK has its bucket and roles in a region. */
export const findingOfBootstrap = async (region: string): Promise<Finding> => {
  const client = new SSMClient({ region });
  const todo = `Run: npx cdk bootstrap aws://ACCOUNT/${region}`;
  try {
    const { Parameter } = await client.send(
      new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' }),
    );
    const version = Number(Parameter?.Value);
    if (version >= oldestBootstrap) return ok(`${region} has version ${version}`);
    return missing(`${region} has version ${Parameter?.Value}, and ${oldestBootstrap} is needed`, todo);
  } catch (error) {
    if (error instanceof ParameterNotFound) return missing(`${region} was never bootstrapped`, todo);
    throw error;
  } finally {
    client.destroy();
  }
};
