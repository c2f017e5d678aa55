import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { expiryAttribute, tableShape } from '../../../functions/table/dynamo-db/shape.ts';
import { MarketplaceStack } from '../../../infra/cloud/stack.ts';
import type { Stage } from '../../../infra/cloud/stage.ts';

const synthesized = (stage: Stage): Template =>
  Template.fromStack(new MarketplaceStack(new App(), 'market', { stage }));

describe('the cloud stack', () => {
  it('keeps the record as the table port asks: two indexes, both images in the stream, expiry', () => {
    synthesized('dev').hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: tableShape.KeySchema,
      AttributeDefinitions: Match.arrayWith(tableShape.AttributeDefinitions),
      GlobalSecondaryIndexes: tableShape.GlobalSecondaryIndexes.map((index) => Match.objectLike(index)),
      StreamSpecification: { StreamViewType: tableShape.StreamSpecification.StreamViewType },
      TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
    });
  });

  it('protects what production holds and lets a development stage go', () => {
    const protection = (stage: Stage) =>
      Object.values(synthesized(stage).findResources('AWS::DynamoDB::GlobalTable')).map(
        (table) => table.DeletionPolicy,
      );
    expect(protection('prod')).toEqual(['Retain']);
    expect(protection('dev')).toEqual(['Delete']);
  });

  it('opens no bucket to the public', () => {
    const template = synthesized('prod');
    const buckets = Object.keys(template.findResources('AWS::S3::Bucket'));
    expect(buckets).toHaveLength(2);
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });
});
