import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderFiles } from '../../../functions/files/folder.ts';
import { signedPosts } from '../../../functions/files/posts.ts';
import { testClock } from '../../support/clock.ts';
import { formRequest, formWith } from '../../support/form.ts';

const root = mkdtempSync(join(tmpdir(), 'posts-'));
afterAll(() => rmSync(root, { recursive: true }));
const files = folderFiles({ root });
const clock = testClock('2026-03-20T08:00:00.000Z');
const url = 'http://localhost/incoming';
const posts = signedPosts({ files, url, secret: Buffer.from('a secret of this test'), clock });
const others = signedPosts({ files, url, secret: Buffer.from('a secret of others'), clock });

const text = 'company,title\nA,b\n';
const file = {
  key: 'incoming/somebody/file',
  type: 'text/csv',
  size: text.length,
  sha256: createHash('sha256').update(text).digest('hex'),
};
const offer = (other: Partial<typeof file> = {}, of = posts) =>
  of.offers.to({ ...file, ...other }, clock.now());
const send = async (fields: Record<string, string>, content = text) =>
  (await posts.take(await formRequest(formWith(fields, content)))).status;

describe('a signed form on this machine', () => {
  it('brings the one file that it was signed for', async () => {
    const { url: where, fields, until } = await offer();
    expect([where, until]).toEqual([url, '2026-03-20T08:05:00.000Z']);
    expect(await send(fields)).toBe(204);
    const kept = Buffer.concat(await Array.fromAsync((await files.read(file.key)) ?? []));
    expect(kept.toString()).toBe(text);
    await files.remove(file.key);
  });

  it.each<[string, number, () => Promise<number>]>([
    ['signed by others', 403, async () => send((await offer({}, others)).fields)],
    ['without a signature', 403, async () => send({ ...(await offer()).fields, signature: '' })],
    [
      'with a policy that was written anew',
      403,
      async () =>
        send({ ...(await offer()).fields, policy: (await offer({ size: 1 })).fields['policy'] ?? '' }),
    ],
    ['for another key', 403, async () => send({ ...(await offer()).fields, key: 'imports/x/source.csv' })],
    ['of another type', 403, async () => send({ ...(await offer()).fields, 'Content-Type': 'text/html' })],
    ['with a larger file', 400, async () => send((await offer()).fields, `${text}more`)],
    ['with a smaller file', 400, async () => send((await offer()).fields, text.slice(1))],
    ['with another file of that size', 400, async () => send((await offer()).fields, text.replace('A', 'B'))],
    [
      'too late',
      403,
      async () => {
        const { fields } = await offer();
        clock.advance(5 * 60 * 1000);
        return send(fields);
      },
    ],
    ['that is none', 400, async () => (await posts.take(new Request(url, { method: 'POST', body: 'x', headers: { 'content-length': '1' } }))).status], // prettier-ignore
    ['that does not say its length', 411, async () => (await posts.take(new Request(url, { method: 'POST', body: 'x' }))).status], // prettier-ignore
    ['that is far too large', 413, async () => (await posts.take(new Request(url, { method: 'POST', body: 'x', headers: { 'content-length': '40000000' } }))).status], // prettier-ignore
  ])('is refused %s', async (_, status, sent) => {
    expect(await sent()).toBe(status);
    expect(await files.list()).toEqual([]);
  });
});
