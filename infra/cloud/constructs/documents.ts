import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { snapshotFile } from '../../../functions/search/snapshot-file.ts';
import { incoming } from '../../../functions/upload/place.ts';

/** Snapshots, results and uploads: private, versioned where they have to last. */
export class Documents extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { keeps, accessLogs }: { keeps: boolean; accessLogs?: Bucket }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: keeps,
      autoDeleteObjects: !keeps,
      ...(accessLogs && { serverAccessLogsBucket: accessLogs, serverAccessLogsPrefix: 'documents/' }),
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      // Pages follow links to large files, and send files by forms. Both are signed for their file and the few minutes
      // that they are good for, which says more than from where they are used.
      cors: [
        {
          allowedOrigins: ['*'],
          allowedMethods: [HttpMethods.GET, HttpMethods.POST],
          exposedHeaders: ['Content-Disposition'],
        },
      ],
      lifecycleRules: [
        // A part of an upload that never ended is paid for until it is thrown away.
        { abortIncompleteMultipartUploadAfter: Duration.days(2) },
        // What was sent and not used, in all its versions.
        {
          prefix: `${incoming}/`,
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // Of search documents the newest snapshot alone is of use.
        { prefix: `${snapshotFile.split('/', 1).join('')}/`, noncurrentVersionExpiration: Duration.days(1) },
        ...(keeps ? [{ noncurrentVersionExpiration: Duration.days(90) }] : []),
      ],
    });
  }

  /** Where links to files lead. */
  get origin(): string {
    return `https://${this.bucket.bucketRegionalDomainName}`;
  }

  /** What the files port asks of S3. */
  grantReadWrite(grantee: IGrantable): void {
    const objects = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'];
    for (const [actions, resource] of [
      [objects, this.bucket.arnForObjects('*')],
      [['s3:ListBucket'], this.bucket.bucketArn],
    ] as const)
      grantee.grantPrincipal.addToPrincipalPolicy(
        new PolicyStatement({ actions: [...actions], resources: [resource] }),
      );
  }

  /** Reading what a scanner wrote on a file that waits. */
  grantReadScan(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['s3:GetObjectTagging'],
        resources: [this.bucket.arnForObjects(`${incoming}/*`)],
      }),
    );
  }
}
