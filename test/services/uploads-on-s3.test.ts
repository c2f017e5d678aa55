import { createHash } from 'node:crypto';
import { PutObjectTaggingCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { guardDuty, s3Offers } from '../../functions/files/s3.ts';
import { formWith } from '../support/form.ts';
import { emptyBucket } from '../support/s3.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('s3');
const text = 'company,title\nA,b\n';
const sha256 = createHash('sha256').update(text);
const digest = sha256.digest();
const file = {
  key: 'incoming/somebody/2026-03-20-18-file',
  type: 'text/csv',
  size: text.length,
  sha256: digest.toString('hex'),
};

describe.skipIf(url === undefined)('uploads to S3', () => {
  test('a form brings a file under its key', async () => {
    const { files, client, bucket, close } = await emptyBucket(url ?? '');
    const offered = await s3Offers({ client, bucket }).to(file, '2026-03-20T08:00:00.000Z');
    expect(offered.until).toBe('2026-03-20T08:05:00.000Z');
    const sent = await fetch(offered.url, { method: 'POST', body: formWith(offered.fields, text) });
    expect(sent.ok).toBe(true);
    const kept = Buffer.concat(await Array.fromAsync((await files.read(file.key)) ?? []));
    expect(kept.toString()).toBe(text);
    close();
  });

  test('a form is signed for one key, size, type and SHA-256, for five minutes: S3 refuses all else', async () => {
    const { client, bucket, close } = await emptyBucket(url ?? '');
    const begun = Date.now();
    const { fields } = await s3Offers({ client, bucket }).to(file, new Date(begun).toISOString());
    const policy: unknown = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString());
    expect(policy).toMatchObject({
      conditions: expect.arrayContaining([
        ['content-length-range', file.size, file.size],
        { key: file.key },
        { bucket },
        { 'Content-Type': 'text/csv' },
        { 'x-amz-checksum-algorithm': 'SHA256' },
        { 'x-amz-checksum-sha256': digest.toString('base64') },
      ]),
    });
    const { expiration } = policy as { expiration: string }; // oxlint-disable-line -- matched above
    const minutes = (Date.parse(expiration) - begun) / 60_000;
    expect(minutes).toBeGreaterThan(4.5);
    expect(minutes).toBeLessThan(5.5);
    await expect(s3Offers({ client, bucket }).to({ ...file, key: '../x' }, '')).rejects.toThrow(
      'A file name',
    );
    close();
  });

  test.each([
    [undefined, 'pending'],
    ['NO_THREATS_FOUND', 'clean'],
    ['THREATS_FOUND', 'found'],
    ['UNSUPPORTED', 'unreadable'],
    ['ACCESS_DENIED', 'unreadable'],
  ])('GuardDuty’s tag %s says %s', async (tag, says) => {
    const { files, client, bucket, close } = await emptyBucket(url ?? '');
    await files.put(file.key, Buffer.from(text));
    if (tag !== undefined) {
      const Tagging = { TagSet: [{ Key: 'GuardDutyMalwareScanStatus', Value: tag }] };
      await client.send(new PutObjectTaggingCommand({ Bucket: bucket, Key: file.key, Tagging }));
    }
    expect(await guardDuty({ client, bucket })(file.key)).toBe(says);
    close();
  });
});
