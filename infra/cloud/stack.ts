import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Documents } from './constructs/documents.ts';
import { MarketRecord } from './constructs/record.ts';
import { Site } from './constructs/site.ts';
import type { Stage } from './stage.ts';

/** What the cloud keeps and serves: the record with its stream, stored documents, the static site. */
export class MarketplaceStack extends Stack {
  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id, { terminationProtection: stage === 'prod' });
    const record = new MarketRecord(this, 'Record', { stage });
    const documents = new Documents(this, 'Documents', { stage });
    const site = new Site(this, 'Site', { stage });

    new CfnOutput(this, 'TableName', { value: record.table.tableName });
    new CfnOutput(this, 'DocumentBucket', { value: documents.bucket.bucketName });
    new CfnOutput(this, 'SiteUrl', { value: `https://${site.distribution.distributionDomainName}` });
  }
}
