import { Duration } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Alias } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { Handler } from './handler.ts';

/** The function that answers requests, behind an alias that a new version takes over bit by bit. */
export class Answers extends Construct {
  readonly handler: Handler;
  /** The version that answers now. */
  readonly live: Alias;

  constructor(scope: Construct, id: string, props: { keeps: boolean; environment: Record<string, string> }) {
    super(scope, id);
    this.handler = new Handler(this, 'Handler', {
      ...props,
      entry: 'api',
      memoryMb: 1769,
      // The gateway gives up after 30.
      timeout: Duration.seconds(29),
    });
    this.live = new Alias(this, 'Live', { aliasName: 'live', version: this.handler.currentVersion });
  }

  /** A tenth of the requests tries a new version for five minutes; an alarm brings the old one back. */
  shiftGradually(alarms: readonly Alarm[]): void {
    new LambdaDeploymentGroup(this, 'Shift', {
      alias: this.live,
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms: [...alarms],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
  }
}
