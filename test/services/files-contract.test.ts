import { describe, expect, test } from 'vitest';
import { s3Files } from '../../functions/files/s3.ts';
import { filesContract } from '../contract/files.ts';
import { emptyBucket } from '../support/s3.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('s3');

describe.skipIf(url === undefined)('S3', () => {
  filesContract('a bucket', async () => {
    const { files, unfinished, close } = await emptyBucket(url ?? '');
    return {
      files,
      close: async () => {
        const left = await unfinished();
        close();
        if (left > 0) throw new Error('Unfinished uploads were left behind');
      },
    };
  });

  test('lists more files than a page holds', async () => {
    const { files, close } = await emptyBucket(url ?? '');
    const names = Array.from({ length: 1_020 }, (_, at) => `many/${String(at).padStart(4, '0')}`);
    for (let at = 0; at < names.length; at += 60)
      await Promise.all(names.slice(at, at + 60).map((name) => files.put(name, Buffer.from(name))));
    expect(await files.list()).toEqual(names);
    close();
  });

  test('a bucket that is missing is an error, not a missing file', async () => {
    const { client, close } = await emptyBucket(url ?? '');
    const elsewhere = s3Files({ client, bucket: 'there-is-none' });
    await expect(elsewhere.read('a.txt')).rejects.toThrow('bucket does not exist');
    close();
  });
});
