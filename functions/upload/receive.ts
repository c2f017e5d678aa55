import { createHash } from 'node:crypto';
import type { Actor } from '../actor.ts';
import type { Instant } from '../clock/clock.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { incomingFile } from './place.ts';
import { isOver, promiseIn, requireSize } from './rules.ts';
import type { NewUpload, UploadId } from './schema.ts';

/** The bytes of a file that somebody hands in, and where they waited if they were sent past the API. */
export interface Received {
  type: NewUpload['type'];
  content: AsyncIterable<Uint8Array>;
  incoming?: string;
}

const refused = (kind: 'invalid' | 'conflict', code: string, message: string, reason: string): DomainError =>
  new DomainError(kind, code, message, { fields: [{ pointer: '/query/uploadId', reason }] });

const missing = (): DomainError =>
  refused(
    'invalid',
    'upload_missing',
    'The file has not arrived, or was sent too long ago. Upload it again.',
    'names no file that you sent yesterday or today',
  );

/** Passes bytes on, and fails at the end of what is not what was promised. */
async function* asPromised(
  content: AsyncIterable<Uint8Array>,
  promise: { size: number; sha256: string },
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    size += chunk.byteLength;
    if (size > promise.size) break;
    hash.update(chunk);
    yield chunk;
  }
  if (size !== promise.size || hash.digest('hex') !== promise.sha256)
    throw refused(
      'invalid',
      'upload_differs',
      'What arrived is not the file that was announced. Upload it again.',
      'names a file with another size or SHA-256 than was said',
    );
}

/** The bytes that came with the request, or those that its sender has sent before. */
export const receive = async (
  call: { actor: Actor; deps: Deps; now: Instant; upload: AsyncIterable<Uint8Array> },
  type: NewUpload['type'],
  uploadId: UploadId | undefined,
): Promise<Received> => {
  const { actor, deps, now, upload } = call;
  if (uploadId === undefined) {
    if (deps.malware === undefined) return { type, content: upload };
    throw refused(
      'conflict',
      'upload_first',
      'Files are checked for malware before they are accepted. Ask for an upload, send the file there and name its uploadId.',
      'is needed',
    );
  }
  for await (const { byteLength } of upload)
    if (byteLength > 0)
      throw refused('invalid', 'two_files', 'Name a file or send one, not both.', 'needs an empty body');
  const promise = promiseIn(uploadId);
  requireSize(type, promise.size);
  if (isOver(uploadId, now)) throw missing();
  const incoming = incomingFile(actor, uploadId);
  const content = await deps.files.read(incoming);
  if (content === undefined) throw missing();
  return { type, content: asPromised(content, promise), incoming };
};
