import { CreateBucketCommand, ListMultipartUploadsCommand, type S3Client } from '@aws-sdk/client-s3';
import { s3At, s3Files } from '../../functions/files/s3.ts';

let buckets = 0;

/** An empty bucket of its own in S3Mock. */
export async function emptyBucket(endpoint: string) {
  const bucket = `test-${process.pid}-${(buckets += 1)}`;
  const client: S3Client = s3At({ endpoint });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const unfinished = async (): Promise<number> =>
    (await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }))).Uploads?.length ?? 0;
  return { files: s3Files({ client, bucket }), client, bucket, unfinished, close: () => client.destroy() };
}
