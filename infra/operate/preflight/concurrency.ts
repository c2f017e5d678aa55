import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { type Finding, missing, ok, warning } from './finding.ts';

/** New accounts may run ten functions at a time; the functions of a stage take a handful before anybody asks. */
const enough = { dev: 10, prod: 200 } as const;

/** Whether as many functions may run at a time as people will ask. */
export const findingOfConcurrency = async (stage: 'dev' | 'prod', region: string): Promise<Finding> => {
  const client = new LambdaClient({ region });
  try {
    const { AccountLimit } = await client.send(new GetAccountSettingsCommand());
    const most = AccountLimit?.ConcurrentExecutions ?? 0;
    const said = `${most} functions may run at a time`;
    if (most >= enough[stage]) return ok(said);
    const tooFew = stage === 'prod' ? missing : warning;
    return tooFew(
      `${said}, and ${stage} needs ${enough[stage]}`,
      'Ask for more: quota L-B99A9384 of Lambda in Service Quotas.',
    );
  } finally {
    client.destroy();
  }
};
