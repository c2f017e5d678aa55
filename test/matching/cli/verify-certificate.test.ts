import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signerFrom } from '../../../functions/certificate/signer.ts';
import { certificateFormat } from '../../../matching/certificate/file.ts';

const signer = signerFrom(Buffer.from('a secret of 32 characters at least'));
const certificate = {
  code: '3333-3333-3333-3333-3333-3333',
  holder: { passport: 'LIN XIAOYU' },
  company: { en: 'Wutong' },
  posting: { en: 'Data analysis' },
  from: '2026-06-29',
  to: '2026-08-21',
  hoursAWeek: { min: 20, max: 25 },
  programme: { en: 'Cloud internship' },
  site: 'https://internships.example',
  issuedAt: '2026-09-01T00:00:00.000Z',
};
const good = { format: certificateFormat, certificate, signature: signer.sign(certificate) };

let folder: string;
const file = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content, null, 2));
  return path;
};
const run = async (...args: string[]) => {
  const command = ['matching/cli/verify-certificate.ts', ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, code: await code };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('verify-certificate', () => {
  it('says of a file whether it is valid, without any network', async () => {
    const keys = await file('keys.json', { keys: [signer.key] });
    const valid = await run(await file('good.json', good), '--keys', keys);
    expect(valid).toMatchObject({ code: 0, out: expect.stringContaining('Valid: issued to LIN XIAOYU') });
    // What it cannot know it says, and where to ask.
    expect(valid.out).toContain('revoked since: https://internships.example/certificates/3333-');
    const changed = { ...good, certificate: { ...certificate, to: '2026-12-31' } };
    const altered = await run(await file('altered.json', changed), '--keys', keys);
    expect(altered).toMatchObject({ code: 1, out: 'Not valid: altered after it was signed: to.\n' });
  });

  it('names what is missing', async () => {
    const path = await file('good.json', good);
    expect(await run(path)).toMatchObject({ code: 2, err: expect.stringContaining('--keys JWKS') });
    const none = await run(path, '--keys', await file('none.json', {}));
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('holds no keys') });
  });
});
