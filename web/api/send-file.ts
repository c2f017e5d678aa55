import type { Call } from './client.ts';
import { ApiProblem } from './problem.ts';
import type { Args, Result } from './types.ts';

type Offer = Result<'offerUpload'>;
/** How an operation with `upload` is told of a file that was sent before: its id, and no bytes. */
interface Sent {
  uploadId: Offer['uploadId'];
  nothing: Blob;
}

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const lookEveryMs = 3_000;
const looks = 20;

/** Sends a file where the server says, then uses it; as long as it is being looked at for malware, again and again. */
export async function sendFile<T>(
  call: Call,
  file: Blob,
  type: Args<'offerUpload'>['body']['type'],
  use: (sent: Sent) => Promise<T>,
): Promise<T> {
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const { uploadId, url, fields } = await call('offerUpload', { body: { type, size: file.size, sha256 } });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // What stands behind the file is not read.
  form.append('file', new Blob([file], { type }));
  const response = await fetch(url, { method: 'POST', body: form }).catch(() => undefined);
  if (response === undefined) throw new ApiProblem(0, 'offline', 'The store of files cannot be reached.');
  if (!response.ok)
    throw new ApiProblem(response.status, 'upload_failed', 'The file was not taken. Send it again.');
  const sent = { uploadId, nothing: new Blob([], { type }) };
  for (let look = 1; ; look += 1) {
    try {
      return await use(sent);
    } catch (error) {
      if (!(error instanceof ApiProblem && error.code === 'scan_under_way') || look === looks) throw error;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
}
