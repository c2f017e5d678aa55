import { describe } from 'vitest';
import { searchSnapshotContract } from '../contract/search-snapshot.ts';
import { emptyBucket } from '../support/s3.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('s3');

describe.skipIf(url === undefined)('S3', () => {
  searchSnapshotContract('a bucket', () => emptyBucket(url ?? ''));
});
