import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  NoSuchKey,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { instantAfter } from '../clock/clock.ts';
import type { Malware } from '../upload/scan.ts';
import { bytesIn, type Files, type Links, offerMs, type Offers } from './files.ts';
import { segmentsOf } from './name.ts';

/** The region's own S3, or a service that speaks its protocol: that one takes any credentials. */
export const s3At = ({ endpoint }: { endpoint?: string } = {}): S3Client =>
  new S3Client({
    maxAttempts: 5,
    ...(endpoint !== undefined && {
      endpoint,
      region: 'local',
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  });

const linkSeconds = 300;

/** Links that S3 itself answers: signed for one object, by who signs requests here. */
export const s3Links =
  ({ client, bucket }: { client: S3Client; bucket: string }): Links['to'] =>
  async (file, { name, type }) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket: bucket,
        Key: segmentsOf(file).join('/'),
        ResponseContentType: type,
        ResponseContentDisposition: `attachment; filename="${name}"`,
        ResponseCacheControl: 'no-store',
      }),
      { expiresIn: linkSeconds },
    );

/** Forms that S3 itself takes: signed for one key, size, type and SHA-256. The bucket's rules remove what is not used. */
export const s3Offers = ({ client, bucket }: { client: S3Client; bucket: string }): Offers => ({
  to: async ({ key, type, size, sha256 }, now) => {
    const { url, fields } = await createPresignedPost(client, {
      Bucket: bucket,
      Key: segmentsOf(key).join('/'),
      // Whatever stands here is a condition too.
      Fields: {
        'Content-Type': type,
        'x-amz-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
      },
      Conditions: [['content-length-range', size, size]],
      Expires: offerMs / 1000,
    });
    return { url, fields, until: instantAfter(now, offerMs) };
  },
  forgets: true,
});

/** What GuardDuty's Malware Protection for S3 writes on an object when it has looked at it. */
const statusTag = 'GuardDutyMalwareScanStatus';

export const guardDuty =
  ({ client, bucket }: { client: S3Client; bucket: string }) =>
  async (file: string): Promise<Malware> => {
    const { TagSet = [] } = await client.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: file }));
    const status = TagSet.find(({ Key }) => Key === statusTag)?.Value;
    if (status === undefined) return 'pending';
    if (status === 'NO_THREATS_FOUND') return 'clean';
    return status === 'THREATS_FOUND' ? 'found' : 'unreadable';
  };

/**
 * Files in a bucket. S3 shows an object when all of it has arrived, be it in parts; parts of an upload that fails are
 * taken back, those of a process that was killed are the bucket's to expire.
 */
export function s3Files({ client, bucket }: { client: S3Client; bucket: string }): Files {
  const at = (name: string) => ({ Bucket: bucket, Key: segmentsOf(name).join('/') });

  return {
    put: async (name, content) => {
      const hash = createHash('sha256');
      let bytes = 0;
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of bytesIn(content)) {
          hash.update(chunk);
          bytes += chunk.byteLength;
          yield chunk;
        }
      }
      const body = Readable.from(counted(), { objectMode: false });
      await new Upload({ client, params: { ...at(name), Body: body } }).done();
      return { bytes, sha256: hash.digest('hex') };
    },
    read: async (name) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(name)));
        if (Body instanceof Readable) return Body;
        throw new TypeError(`S3 gave no stream for ${name}`);
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    remove: async (name) => {
      await client.send(new DeleteObjectCommand(at(name)));
    },
    list: async (under) => {
      const names: string[] = [];
      const within = { Bucket: bucket, ...(under !== undefined && { Prefix: `${at(under).Key}/` }) };
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, within))
        for (const { Key } of Contents) if (Key !== undefined) names.push(Key);
      return names.toSorted();
    },
  };
}
