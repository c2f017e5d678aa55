import { firewallStackOf, type Settings, stackNameOf } from '../../cloud/settings.ts';
import { inOneLine } from '../refusal.ts';
import { findStack } from '../stack.ts';
import { findingOfAccount } from './account.ts';
import { findingOfBootstrap } from './bootstrap.ts';
import { findingOfCertificate } from './certificate.ts';
import { findingOfConcurrency } from './concurrency.ts';
import { type Finding, linesOf, missing } from './finding.ts';
import { findingOfFormat } from './record-format.ts';
import { findingOfMailAccount, findingOfSender } from './sender.ts';
import { findingOfStack } from './stack-state.ts';

interface Check {
  readonly name: string;
  readonly look: () => Promise<Finding>;
}

/** What has to hold before a deployment begins, in the order in which an operator mends it. */
const checksOf = (settings: Settings, region: string): readonly Check[] => {
  const { stage, site, mailFrom, domainName, certificateArn: arn, rateLimit } = settings;
  const firewall = rateLimit === undefined ? undefined : firewallStackOf(stage);
  const stacks = [{ name: stackNameOf(stage), region }, ...(firewall ? [firewall] : [])];
  const regions = [...new Set(stacks.map((stack) => stack.region))];
  return [
    ...regions.map((one) => ({ name: 'Bootstrap', look: () => findingOfBootstrap(one) })),
    ...stacks.map(({ name, region: of }) => ({
      name: 'Stack',
      look: async () => findingOfStack(await findStack(name, of), name, of),
    })),
    {
      name: 'Record',
      look: async () => findingOfFormat(await findStack(stackNameOf(stage), region)),
    },
    { name: 'Sender', look: () => findingOfSender(mailFrom, region) },
    { name: 'Letters', look: () => findingOfMailAccount(stage, region) },
    ...(domainName !== undefined && arn !== undefined
      ? [
          {
            name: 'Certificate',
            look: () =>
              findingOfCertificate({ arn, domainName, region: site === 'cloudfront' ? 'us-east-1' : region }),
          },
        ]
      : []),
    { name: 'Functions', look: () => findingOfConcurrency(stage, region) },
  ];
};

const looked = async ({ look }: Check): Promise<Finding> => {
  try {
    return await look();
  } catch (error) {
    return missing(
      `AWS did not say (${inOneLine(error)})`,
      'Let who deploys read this, or try again when AWS answers.',
    );
  }
};

/** Looks at everything that a deployment needs and changes nothing. Answers whether one may begin. */
export const preflight = async (
  settings: Settings,
  region: string,
  say: (line: string) => void,
): Promise<boolean> => {
  const account = await findingOfAccount(region);
  for (const line of linesOf('Account', account)) say(line);
  // Nothing else can be asked by nobody.
  if (account.state === 'missing') return false;
  const checks = checksOf(settings, region);
  const findings = await Promise.all(checks.map(looked));
  for (const [index, finding] of findings.entries())
    for (const line of linesOf(checks[index]?.name ?? '', finding)) say(line);
  return findings.every(({ state }) => state !== 'missing');
};
