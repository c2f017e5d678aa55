import { describe, expect, test } from 'vitest';
import { s3Files, s3Links } from '../../functions/files/s3.ts';
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

  test('gives a file to whoever has its link, under the name and as the type that were asked for', async () => {
    const { files, client, bucket, close } = await emptyBucket(url ?? '');
    await files.put('rounds/large.json', Buffer.from('{"seats": 3}'));
    const linkTo = s3Links({ client, bucket });
    const link = await linkTo('rounds/large.json', { name: 'snapshot.json', type: 'application/json' });
    const got = await fetch(link);
    expect([got.status, await got.text()]).toEqual([200, '{"seats": 3}']);
    expect(got.headers.get('content-disposition')).toBe('attachment; filename="snapshot.json"');
    expect(got.headers.get('content-type')).toBe('application/json');
    expect(new URL(link).searchParams.get('X-Amz-Expires')).toBe('300');
    await expect(linkTo('../other', { name: 'a', type: 'b' })).rejects.toThrow('A file name');
    close();
  });

  test('a bucket that is missing is an error, not a missing file', async () => {
    const { client, close } = await emptyBucket(url ?? '');
    const elsewhere = s3Files({ client, bucket: 'there-is-none' });
    await expect(elsewhere.read('a.txt')).rejects.toThrow('bucket does not exist');
    close();
  });
});
