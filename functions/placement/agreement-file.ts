import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import type { Received } from '../upload/receive.ts';
import { requireClean } from '../upload/scan.ts';

/** The most that comes with a request; a larger file is sent before. */
export const maxAgreementBytes = 4 * 1024 * 1024;

const notPdf = (): DomainError =>
  new DomainError(
    'invalid',
    'not_a_pdf',
    'This file is not a PDF, whatever its name says. Export the agreement as a PDF and upload it again.',
    { fields: [{ pointer: '', reason: 'must be a PDF document' }] },
  );

/** A reader looks for the end mark in the last kilobyte; behind it some programs leave a few bytes. */
const tailBytes = 1024;

/** Passes a PDF on, and fails at the end of anything else: it begins and ends as a PDF has to. */
async function* onlyPdf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = '';
  let tail = Buffer.alloc(0);
  for await (const chunk of content) {
    if (head.length < 5) head += Buffer.from(chunk.subarray(0, 5 - head.length)).toString('latin1');
    if (!'%PDF-'.startsWith(head)) throw notPdf();
    tail = Buffer.concat([tail, chunk]).subarray(-tailBytes);
    yield chunk;
  }
  if (head !== '%PDF-' || !tail.toString('latin1').includes('%%EOF')) throw notPdf();
}

/** Stores an uploaded agreement. Nothing stays of a file that is no PDF, or that does more than a document does. */
export const takeAgreement = async (
  deps: Deps,
  file: string,
  received: Received,
): Promise<{ bytes: number; sha256: string }> => {
  try {
    const written = await deps.files.put(file, onlyPdf(received.content));
    await requireClean(deps, file, received);
    return written;
  } catch (error) {
    await deps.files.remove(file);
    throw error;
  }
};
