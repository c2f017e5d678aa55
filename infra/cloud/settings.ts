import type { Node } from 'constructs';
import * as z from 'zod';

/** `dev` is cheap and can be deleted whole; `prod` keeps what it holds. */
export const Stage = z.enum(['dev', 'prod']);
export type Stage = z.infer<typeof Stage>;

const Origin = z.url({ protocol: /^https$/, error: 'must be an https:// address' });
const DomainName = z
  .string()
  .regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a host name such as internships.example');

const Context = z.strictObject({
  stage: Stage,
  /** `domain`: a managed OpenSearch domain; `embedded`: the evaluator inside Lambda, which costs nothing when idle. */
  search: z.enum(['domain', 'embedded']).optional(),
  /** `cloudfront`: a distribution before bucket and API; `api`: the API serves the pages too, for regions without one. */
  site: z.enum(['cloudfront', 'api']).optional(),
  /** Any OpenID Connect issuer instead of a Cognito user pool, with the client that the web signs in as. */
  issuer: Origin.optional(),
  audience: z.string().min(1).optional(),
  clientId: z.string().min(1).optional(),
  /** What that issuer writes into the header of its access tokens, and under which name it says somebody's role. */
  tokenType: z.enum(['at+jwt', 'JWT']).optional(),
  roleClaim: z.string().min(1).optional(),
  /** Where people find the product; the certificate lies in us-east-1 for `cloudfront`, else in the stack's region. */
  domainName: DomainName.optional(),
  certificateArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/.+$/, 'must be the ARN of an ACM certificate')
    .optional(),
  /** The sender of letters: an address whose domain SES has verified in this account. */
  mailFrom: z.email(),
  /** Who is told when an alarm goes off or the budget is used up. */
  alarmMail: z.email().optional(),
  monthlyBudget: z.coerce.number('must be a number of US dollars').positive().optional(),
  /** `guardduty`: no file that people send is taken before GuardDuty has found it clean. */
  scan: z.enum(['guardduty']).optional(),
  /** Requests of one address in five minutes before it is refused; none unless told. */
  rateLimit: z.coerce.number().int().min(100, 'must be at least 100').optional(),
  region: z.string().optional(),
});

/** What can be chosen, by the names that the context has for it. */
export const settingNames = Object.keys(Context.shape);

/**
 * What an operator decides about a deployment, as CDK context: `-c stage=prod -c alarmMail=…`.
 * A wrong or missing one is named before anything is synthesized.
 */
export const Settings = Context.superRefine((settings, context) => {
  const refuse = (path: keyof typeof settings, message: string): void =>
    context.addIssue({ code: 'custom', path: [path], message });
  const together = [
    ['domainName', 'certificateArn'],
    ['issuer', 'audience'],
    ['issuer', 'clientId'],
    ['monthlyBudget', 'alarmMail'],
  ] as const;
  for (const [given, needed] of together)
    if (settings[given] !== undefined && settings[needed] === undefined)
      refuse(needed, `is needed with ${given}`);
  for (const name of ['audience', 'clientId', 'tokenType', 'roleClaim'] as const)
    if (settings[name] !== undefined && settings.issuer === undefined)
      refuse(name, 'belongs to an issuer of your own: name it with -c issuer=…');
  if (settings.certificateArn !== undefined && settings.domainName === undefined)
    refuse('certificateArn', 'belongs to a domainName, which is missing');
  if (settings.stage === 'prod' && settings.alarmMail === undefined)
    refuse('alarmMail', 'is needed in prod: somebody has to be told when something breaks');
  if (settings.region?.startsWith('cn-') === true) {
    if (settings.issuer === undefined)
      refuse('issuer', 'is needed in mainland China, where there are no Cognito user pools');
    if (settings.site === 'cloudfront')
      refuse('site', 'must be api in mainland China: a distribution there needs a domain registered first');
  }
  if (settings.rateLimit !== undefined && settings.region === undefined)
    refuse(
      'region',
      'is needed with rateLimit: the firewall stands in us-east-1 and has to know where the rest is',
    );
  if (settings.rateLimit !== undefined && siteOf(settings) === 'api')
    refuse('rateLimit', 'needs site=cloudfront: no firewall can stand before an HTTP API itself');
}).transform((settings) => ({
  ...settings,
  search: settings.search ?? (settings.stage === 'prod' ? 'domain' : 'embedded'),
  site: siteOf(settings),
  keeps: settings.stage === 'prod',
}));
export type Settings = z.output<typeof Settings>;

/** The stack that holds a stage. */
export const stackNameOf = (stage: Stage): string => `marketplace-${stage}`;
/** The stack of its firewall, where it has one; before a distribution it has to stand in us-east-1. */
export const firewallStackOf = (stage: Stage) => ({
  name: `${stackNameOf(stage)}-firewall`,
  region: 'us-east-1',
});

const siteOf = ({ site, region }: { site?: 'cloudfront' | 'api' | undefined; region?: string | undefined }) =>
  site ?? (region?.startsWith('cn-') === true ? 'api' : 'cloudfront');

/** The context does not describe a deployment; the message has a line for each thing that is wrong. */
export class SettingsRefused extends Error {
  override name = 'SettingsRefused';
}

/** @throws SettingsRefused */
export const settingsOf = (context: Pick<Node, 'tryGetContext'>): Settings => {
  const given = settingNames.flatMap((name) => {
    const value: unknown =
      context.tryGetContext(name) ?? (name === 'region' ? process.env.CDK_DEFAULT_REGION : undefined);
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  const { data, error } = Settings.safeParse(Object.fromEntries(given));
  if (data) return data;
  const lines = error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
  throw new SettingsRefused(`The context does not describe a deployment:\n${lines.join('\n')}`);
};
