import { CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';

/** A stack as CloudFormation has it. */
export interface DeployedStack {
  readonly name: string;
  readonly status: string;
  readonly reason?: string;
  readonly changedAt?: Date;
  readonly outputs: ReadonlyMap<string, string>;
}

const stackOf = (name: string, stack: Stack): DeployedStack => {
  const changedAt = stack.LastUpdatedTime ?? stack.CreationTime;
  return {
    name,
    status: stack.StackStatus ?? 'unknown',
    ...(stack.StackStatusReason !== undefined && { reason: stack.StackStatusReason }),
    ...(changedAt && { changedAt }),
    outputs: new Map(
      (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
    ),
  };
};

/** The stack of a name; undefined when there is none. */
export const findStack = async (name: string, region: string): Promise<DeployedStack | undefined> => {
  const client = new CloudFormationClient({ region });
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks[0] && stackOf(name, Stacks[0]);
  } catch (error) {
    // CloudFormation has no error of its own for this.
    if (error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message))
      return undefined;
    throw error;
  } finally {
    client.destroy();
  }
};
