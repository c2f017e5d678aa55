import type { Instant } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import { type NewUpload, UploadId } from './schema.ts';

const megabyte = 1024 * 1024;

/** The most that a file may have which is sent past the API. */
export const mostBytes: Readonly<Record<NewUpload['type'], number>> = {
  'application/pdf': 20 * megabyte,
  'text/csv': 32 * megabyte,
};

export const requireSize = (type: NewUpload['type'], size: number): void => {
  const max = mostBytes[type];
  if (size > max)
    throw new DomainError('too_large', 'body_too_large', `The file may have at most ${max} bytes.`, {
      facts: { max },
    });
};

const dayMs = 24 * 60 * 60 * 1000;

export const uploadIdOf = ({ size, sha256 }: NewUpload, now: Instant): UploadId =>
  UploadId.parse(`${now.slice(0, 10)}-${size}-${sha256}`);

/** What the sender has promised of the bytes. */
export const promiseIn = (uploadId: UploadId): { size: number; sha256: string } => {
  const [size, sha256 = ''] = uploadId.split('-').slice(3);
  return { size: Number(size), sha256 };
};

/** A file can be used on the day of its offer and on the next one; one without a day that there is, never. */
export const isOver = (uploadId: string, now: Instant): boolean => {
  const offered = Date.parse(`${uploadId.slice(0, 10)}T00:00:00.000Z`);
  return !(Date.parse(now) < offered + 2 * dayMs);
};
