import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { type Finding, missing, ok, warning } from './finding.ts';

const isVerified = async (client: SESv2Client, EmailIdentity: string): Promise<boolean> => {
  try {
    const identity = await client.send(new GetEmailIdentityCommand({ EmailIdentity }));
    return identity.VerifiedForSendingStatus === true;
  } catch (error) {
    if (error instanceof NotFoundException) return false;
    throw error;
  }
};

/** Whether SES sends letters as this address. */
export const findingOfSender = async (from: string, region: string): Promise<Finding> => {
  const client = new SESv2Client({ region });
  const domain = from.slice(from.indexOf('@') + 1);
  try {
    for (const identity of [domain, from])
      if (await isVerified(client, identity)) return ok(`SES has verified ${identity} in ${region}`);
    return missing(
      `SES has verified neither ${domain} nor ${from} in ${region}`,
      `Run: aws sesv2 create-email-identity --email-identity ${domain} --region ${region}, and put its DKIM records into the DNS.`,
    );
  } finally {
    client.destroy();
  }
};

/** Whether letters reach everybody, and how many a day. */
export const findingOfMailAccount = async (stage: 'dev' | 'prod', region: string): Promise<Finding> => {
  const client = new SESv2Client({ region });
  try {
    const { ProductionAccessEnabled, SendingEnabled, SendQuota } = await client.send(new GetAccountCommand());
    if (SendingEnabled !== true)
      return missing(
        `SES sends nothing for this account in ${region}`,
        'Sending was paused: see the reputation page of SES.',
      );
    const aDay = `${SendQuota?.Max24HourSend ?? 0} letters a day`;
    if (ProductionAccessEnabled === true) return ok(`SES sends ${aDay} to anyone`);
    const inSandbox = stage === 'prod' ? missing : warning;
    return inSandbox(
      `SES is in its sandbox in ${region}: ${aDay}, to verified addresses alone`,
      'Ask for production access: aws sesv2 put-account-details, or the console of SES.',
    );
  } finally {
    client.destroy();
  }
};
