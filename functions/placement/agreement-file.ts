import { DomainError } from '../errors.ts';
import type { Files } from '../files/files.ts';

export const maxAgreementBytes = 4 * 1024 * 1024;

const notPdf = (): DomainError =>
  new DomainError(
    'invalid',
    'not_a_pdf',
    'This file is not a PDF, whatever its name says. Export the agreement as PDF and upload it again.',
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

/** Stores an uploaded agreement. Nothing stays of a file that is no PDF. */
export const takeAgreement = async (
  files: Files,
  file: string,
  upload: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; sha256: string }> => {
  try {
    return await files.put(file, onlyPdf(upload));
  } catch (error) {
    await files.remove(file);
    throw error;
  }
};
