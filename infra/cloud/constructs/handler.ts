import { join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type Beside, bundle } from '../bundle.ts';

export interface HandlerProps {
  /** A file of functions/ that exports `handler`. */
  entry: 'api' | 'changes' | 'clock' | 'deliveries' | 'jobs' | 'pages' | 'print' | 'tokens';
  keeps: boolean;
  memoryMb: number;
  timeout: Duration;
  environment: Record<string, string>;
  /** Folders that lie beside the code, by their name there. */
  files?: Beside;
}

const functions = join(import.meta.dirname, '../../../functions');

/** One Lambda function, bundled by itself, with what all of them have in common. */
export class Handler extends Function {
  constructor(scope: Construct, id: string, props: HandlerProps) {
    const { entry, keeps, memoryMb, timeout, environment, files = {} } = props;
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: keeps ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_WEEK,
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      role,
      logGroup,
      code: bundle(scope, { id, entry: join(functions, `${entry}.ts`), files }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb,
      timeout,
      environment,
      // X-Ray samples one request a second: enough to see where the time goes. Lines of the log name the trace.
      tracing: Tracing.ACTIVE,
    });
  }
}
