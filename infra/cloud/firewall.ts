import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

const visible = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Sampled requests hold tokens.
  sampledRequestsEnabled: false,
});

/** Refuses an address that asks too often. Before a distribution it has to stand in us-east-1. */
export class Firewall extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, { rateLimit, ...props }: StackProps & { rateLimit: number }) {
    super(scope, id, { ...props, crossRegionReferences: true });
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible('Requests'),
      rules: [
        {
          name: 'AskedTooOften',
          priority: 1,
          // Mainland students may share one address of their university: the limit is the operator's to choose.
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: rateLimit } },
          action: { block: { customResponse: { responseCode: 429 } } },
          visibilityConfig: visible('AskedTooOften'),
        },
      ],
    });
    this.webAclArn = acl.attrArn;
  }
}
