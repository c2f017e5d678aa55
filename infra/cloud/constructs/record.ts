import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** The single table, shaped as the table port asks: two indexes, a change stream with both images, expiry. */
export class MarketRecord extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { keeps }: { keeps: boolean }) {
    super(scope, id);
    const key = (name: string) => ({ name, type: AttributeType.STRING });
    this.table = new TableV2(this, 'Table', {
      partitionKey: key('pk'),
      sortKey: key('sk'),
      globalSecondaryIndexes: ['gsi1', 'gsi2'].map((indexName) => ({
        indexName,
        partitionKey: key(`${indexName}pk`),
        sortKey: key(`${indexName}sk`),
      })),
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'ttl',
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: keeps },
      deletionProtection: keeps,
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** What the table port asks of DynamoDB to read: never a scan. */
  grantRead(grantee: IGrantable): void {
    this.table.grant(grantee, 'dynamodb:GetItem', 'dynamodb:Query');
  }

  /** What it asks of it in all: never a change of the table itself. */
  grantReadWrite(grantee: IGrantable): void {
    const write = [
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:ConditionCheckItem',
    ];
    this.table.grant(grantee, 'dynamodb:GetItem', 'dynamodb:Query', ...write);
  }

  /** To hold search documents in memory: the stream is read without an event source. */
  grantFollow(grantee: IGrantable): void {
    this.table.grant(grantee, 'dynamodb:DescribeTable');
    this.table.grantStreamRead(grantee);
  }
}
