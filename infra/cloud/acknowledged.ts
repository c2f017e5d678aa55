import { CfnElement, type Stack, Token, Validations } from 'aws-cdk-lib';
import { incoming } from '../../functions/upload/place.ts';

interface Acknowledged {
  /** Rules of cdk-nag, some with the one finding that is meant. */
  readonly ids: readonly string[];
  /** Where in the stack. */
  readonly at: RegExp;
  readonly reason: string;
}

/** What cdk-nag finds and what stands nevertheless, with the reason. Whatever is not here fails the synthesis. */
export const acknowledged = (stack: Stack): readonly Acknowledged[] => {
  const arnOf = (path: string): string => {
    const found = stack.node
      .findAll()
      .find((node) => node.node.path === `${stack.node.path}/${path}/Resource`);
    return found && CfnElement.isCfnElement(found) ? `<${stack.getLogicalId(found)}.Arn>` : path;
  };
  const nag = (rule: string, finding?: string): string =>
    `AwsSolutions::AwsSolutions-${rule}${finding === undefined ? '' : `[${finding}]`}`;
  const resource = (name: string): string => nag('IAM5', `Resource::${name}`);
  const managed = (name: string): string =>
    nag('IAM4', `Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/${name}`);
  const known = (value: string, otherwise: string): string => (Token.isUnresolved(value) ? otherwise : value);
  const [account, region] = [known(stack.account, '<AWS::AccountId>'), known(stack.region, '<AWS::Region>')];
  const assets = `cdk-hnb659fds-assets-${account}-${region}`;
  return [
    {
      ids: [nag('APIG4')],
      at: /^Api\/Http\/(GET|HEAD)-/,
      reason:
        'functions/access.ts opens these to anyone, or they are the pages; every other route asks for a token.',
    },
    {
      ids: [nag('APIG4')],
      at: /^Api\/Http\/POST--v1--unsubscribe--/,
      reason:
        'One click in a letter stops its kind (RFC 8058), without a sign-in: the link is signed for its reader alone.',
    },
    {
      ids: [resource('*')],
      at: /Role\/DefaultPolicy\/Resource$/,
      reason: 'Writing traces knows no single resource.',
    },
    {
      ids: [resource(`${arnOf('Record/Table')}/index/*`)],
      at: /Role\/DefaultPolicy\/Resource$/,
      reason: 'Both indexes of the one table are read, and there are no others.',
    },
    {
      ids: [resource(`${arnOf('Documents/Bucket')}/*`)],
      at: /Role\/DefaultPolicy\/Resource$/,
      reason: 'Names of documents are made as they come; the bucket holds nothing else.',
    },
    {
      ids: [resource(`${arnOf('Documents/Bucket')}/${incoming}/*`)],
      at: /Role\/DefaultPolicy\/Resource$/,
      reason: 'Of files that wait, whose names are made as they come, what a scanner wrote on them is read.',
    },
    {
      ids: [
        resource(
          `arn:<AWS::Partition>:events:${region}:${account}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`,
        ),
      ],
      at: /^MalwareScan\/Role\/DefaultPolicy\//,
      reason: 'GuardDuty makes this rule of events itself and gives it the end of its name.',
    },
    {
      ids: [resource(`${arnOf('Search/Domain')}/*/_search`)],
      at: /Role\/DefaultPolicy\/Resource$/,
      reason:
        'Each build of the index has a name of its own behind its alias; only searching them is allowed.',
    },
    {
      ids: [resource(`${arnOf('Events/Clock')}:*`)],
      at: /^SchedulerRoleForTarget-/,
      reason: 'The scheduler may set off the clock function in any of its versions, and nothing else.',
    },
    {
      ids: [nag('SQS3')],
      at: /^Events\/Dead/,
      reason: 'These are the dead letters themselves: of the stream and of the schedule.',
    },
    {
      ids: [nag('SMG4')],
      at: /^CursorSecret\//,
      reason: 'It signs where pages of lists end. A new one, made by hand, only makes open lists begin anew.',
    },
    {
      ids: [nag('SMG4')],
      at: /^CertificateSecret\//,
      reason:
        'A new key is the operator’s decision: who checks certificates offline needs its public part from then on.',
    },
    {
      ids: [nag('COG2')],
      at: /^Users\/Pool\//,
      reason:
        'Coordinators need a second factor, which the token function holds; students and recruiters may have one.',
    },
    {
      ids: [nag('COG8')],
      at: /^Users\/Pool\//,
      reason: 'What the plus plan adds (risk scores) costs per user and is the operator’s choice.',
    },
    {
      ids: [nag('CFR1')],
      at: /^Site\/Distribution\//,
      reason: 'Students sign in from any country: that is the point.',
    },
    {
      ids: [nag('CFR2')],
      at: /^Site\/Distribution\//,
      reason: 'A firewall comes with -c rateLimit=…; without one the gateway throttles.',
    },
    {
      ids: [nag('CFR4'), 'Annotation::@aws-cdk/aws-cloudfront:minimumProtocolVersionWithoutCertificate'],
      at: /^Site\/Distribution/,
      reason:
        'Without a domain name of one’s own the certificate is CloudFront’s, with its policy; with one it is TLS 1.2.',
    },
    {
      ids: [nag('OS1'), nag('OS3')],
      at: /^Search\/Domain\//,
      reason:
        'Only signed requests of this account’s roles are let in. A private network would add gateways and cold starts.',
    },
    {
      ids: [nag('OS9', 'LogExport::INDEX_SLOW_LOGS'), nag('OS9', 'LogExport::SEARCH_SLOW_LOGS')],
      at: /^Search\/Domain\//,
      reason: 'Slow queries hold what a student’s profile says: they must not be in a log.',
    },
    {
      ids: [nag('OS4'), nag('OS7')],
      at: /^Search\/Domain\//,
      reason: 'A development stage has one small node.',
    },
    {
      ids: [managed('AWSCodeDeployRoleForLambdaLimited')],
      at: /^Answers\/Shift\/ServiceRole\//,
      reason: 'What AWS itself made for shifting requests to a new version.',
    },
    {
      ids: [
        managed('AWSLambdaBasicExecutionRole'),
        nag('L1'),
        ...['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'].map((action) =>
          nag('IAM5', `Action::${action}`),
        ),
        resource(`${arnOf('Site/Bucket')}/*`),
        resource(`arn:<AWS::Partition>:s3:::${assets}/*`),
        resource('*'),
      ],
      at: /^(Custom::|AWS[0-9a-f]{32})/,
      reason:
        'Functions of the CDK itself, which act at deployment alone: they fill the site’s bucket and empty buckets.',
    },
  ];
};

export const acknowledgeFindings = (stack: Stack): void => {
  const rules = acknowledged(stack);
  for (const construct of stack.node.findAll()) {
    const path = construct.node.path.slice(stack.node.path.length + 1);
    for (const { ids, at, reason } of rules)
      if (at.test(path)) for (const id of ids) Validations.of(construct).acknowledge({ id, reason });
  }
};
