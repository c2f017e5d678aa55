import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { type Clock, instantAfter } from '../clock/clock.ts';
import { type Files, type OfferedFile, type Offers, offerMs } from './files.ts';

const Policy = z.object({
  key: z.string(),
  type: z.string(),
  size: z.number(),
  sha256: z.string(),
  until: z.string(),
});

/** What a form may have beside its file. */
const formBytes = 20 * 1024;
const mostBytes = 32 * 1024 * 1024;

const answer = (status: number, why?: string): Response => new Response(why ?? null, { status });

/** Takes files by signed forms, as a bucket does: one key, one size, one type, one SHA-256, for some minutes. */
export const signedPosts = ({
  files,
  url,
  secret,
  clock,
}: {
  files: Files;
  /** Where `take` answers. */
  url: string;
  secret: Buffer;
  clock: Clock;
}): { offers: Offers; take: (request: Request) => Promise<Response> } => {
  const signatureOf = (policy: string): Buffer => createHmac('sha256', secret).update(policy).digest();

  const policyIn = (form: FormData): z.infer<typeof Policy> | undefined => {
    const [policy, signed] = [form.get('policy'), form.get('signature')];
    if (typeof policy !== 'string' || typeof signed !== 'string') return undefined;
    const signature = Buffer.from(signed, 'hex');
    const right = signatureOf(policy);
    if (signature.length !== right.length || !timingSafeEqual(signature, right)) return undefined;
    return Policy.parse(JSON.parse(Buffer.from(policy, 'base64url').toString()));
  };

  const take = async (request: Request): Promise<Response> => {
    const length = request.headers.get('content-length');
    if (length === null) return answer(411, 'The length of the form is missing.');
    if (Number(length) > mostBytes + formBytes) return answer(413, 'The form is too large.');
    const form = await request.formData().catch(() => undefined);
    if (form === undefined) return answer(400, 'This is no form.');
    const policy = policyIn(form);
    if (policy === undefined) return answer(403, 'The signature is missing or wrong.');
    if (policy.until <= clock.now()) return answer(403, 'The offer has expired.');
    if (form.get('key') !== policy.key || form.get('Content-Type') !== policy.type)
      return answer(403, 'The key or the type is another one than was offered.');
    const file = form.get('file');
    if (!(file instanceof Blob)) return answer(400, 'The file is missing.');
    if (file.size !== policy.size) return answer(400, 'The file has another size than was offered.');
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (createHash('sha256').update(bytes).digest('hex') !== policy.sha256)
      return answer(400, 'The file has another SHA-256 than was offered.');
    await files.put(policy.key, bytes);
    return answer(204);
  };

  const to = async (file: OfferedFile, now: string) => {
    const until = instantAfter(now, offerMs);
    const policy = Buffer.from(JSON.stringify({ ...file, until })).toString('base64url');
    const signature = signatureOf(policy).toString('hex');
    return { url, fields: { key: file.key, 'Content-Type': file.type, policy, signature }, until };
  };
  return { offers: { to, forgets: false }, take };
};
