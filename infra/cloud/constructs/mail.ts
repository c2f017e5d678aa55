import { Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** The right to send letters as one address, whose domain SES has verified in this account. */
export class Sender extends Construct {
  readonly from: string;

  constructor(scope: Construct, id: string, { from }: { from: string }) {
    super(scope, id);
    this.from = from;
  }

  grantSend(grantee: IGrantable): void {
    const domain = this.from.slice(this.from.indexOf('@') + 1);
    const resources = [domain, this.from].map((resourceName) =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }),
    );
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources,
        conditions: { StringEquals: { 'ses:FromAddress': this.from } },
      }),
    );
  }
}
