import { FlattenedSign, compactVerify, importJWK, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { signerFrom } from '../../../functions/certificate/signer.ts';
import { checkCertificate } from '../../../matching/certificate/check.ts';
import {
  certificateFields,
  certificateFormat,
  type CertificateText,
} from '../../../matching/certificate/file.ts';

const signer = signerFrom(Buffer.from('a secret of 32 characters at least'));
const other = signerFrom(Buffer.from('another secret, of another deployment'));
const keys = [signer.key];

const text = (more: Partial<CertificateText> = {}): CertificateText => ({
  code: '3333-3333-3333-3333-3333-3333',
  holder: { chinese: '林晓雨', passport: 'LIN XIAOYU' },
  company: { zh: '梧桐', en: 'Wutong' },
  posting: { zh: '数据分析', en: 'Data analysis' },
  from: '2026-06-29',
  to: '2026-08-21',
  hoursAWeek: { min: 20, max: 25 },
  programme: { zh: '云实习', en: 'Cloud internship' },
  site: 'https://internships.example',
  issuedAt: '2026-09-01T00:00:00.000Z',
  ...more,
});
const fileOf = (certificate: CertificateText, by = signer) => ({
  format: certificateFormat,
  certificate,
  signature: by.sign(certificate),
});
/** As it is after it was saved and opened again. */
const check = (file: unknown, with_: typeof keys = keys) =>
  checkCertificate(JSON.parse(JSON.stringify(file)), with_);

/** Signs any payload under any header, as somebody would who has the key or a key of their own. */
const signedAs = (header: object, payload: string, signature = 'A'.repeat(86)): string =>
  `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${Buffer.from(payload).toString('base64url')}.${signature}`;

describe('the check of a certificate file', () => {
  it('finds a genuine one valid, whatever the order and spacing of its parts', async () => {
    expect(await check(fileOf(text()))).toEqual({ kind: 'valid', certificate: text(), kid: signer.key.kid });
    const { certificate, ...rest } = fileOf(text());
    const turned = Object.fromEntries(Object.entries(certificate).toReversed());
    expect(await check({ certificate: turned, ...rest })).toMatchObject({ kind: 'valid' });
  });

  it('is what other programs find too: a JWS of RFC 7515 and 8037', async () => {
    const jwk: JWK = { ...signer.key };
    const { payload } = await compactVerify(fileOf(text()).signature, await importJWK(jwk, 'Ed25519'));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ format: certificateFormat });
  });

  it.each(certificateFields)('says that %s was altered', async (field) => {
    const file = fileOf(text());
    const altered = { ...file, certificate: { ...file.certificate, [field]: 'something else' } };
    expect(await check(altered)).toMatchObject({ kind: 'altered', fields: [field] });
    const { [field]: _, ...without } = file.certificate;
    expect(await check({ ...file, certificate: without })).toMatchObject({
      kind: 'altered',
      fields: [field],
    });
  });

  it('says what was put in', async () => {
    const file = fileOf(text());
    const more = { ...file, certificate: { ...file.certificate, grade: 'A' } };
    expect(await check(more)).toMatchObject({ kind: 'altered', fields: ['grade'] });
  });

  it("is not taken in by another person's genuine signature", async () => {
    const mine = text({ holder: { passport: 'SOMEBODY ELSE' }, code: '4444-4444-4444-4444-4444-4444' });
    const replayed = { ...fileOf(mine), signature: fileOf(text()).signature };
    expect(await check(replayed)).toMatchObject({ kind: 'altered', fields: ['code', 'holder'] });
  });

  it('knows a forged signature from one by an unknown key', async () => {
    const file = fileOf(text(), other);
    expect(await check(file)).toEqual({ kind: 'unknown_key', kid: other.key.kid });
    const claimed = { ...other.key, kid: signer.key.kid };
    // Their signature under our key's name.
    const [header] = fileOf(text()).signature.split('.');
    const [, payload = '', mark] = file.signature.split('.');
    expect(await check({ ...file, signature: `${header}.${payload}.${mark}` })).toMatchObject({
      kind: 'forged',
    });
    // Whoever brings the keys decides whom they trust.
    expect(await check(file, [{ ...claimed, kid: other.key.kid }])).toMatchObject({ kind: 'valid' });
  });

  it('finds a signature forged with any byte changed', async () => {
    const file = fileOf(text());
    const [header = '', payload = '', mark = ''] = file.signature.split('.');
    const flipped = mark.startsWith('A') ? `B${mark.slice(1)}` : `A${mark.slice(1)}`;
    expect(await check({ ...file, signature: `${header}.${payload}.${flipped}` })).toMatchObject({
      kind: 'forged',
    });
  });

  it('takes no other algorithm: none, a shared secret, or the older name', async () => {
    const { kid, x } = signer.key;
    const payload = '{}';
    for (const alg of ['none', 'HS256', 'EdDSA', 'ES256', undefined]) {
      const signature = signedAs({ alg, kid }, payload);
      expect(await check({ ...fileOf(text()), signature })).toMatchObject({ kind: 'wrong_algorithm' });
    }
    // The public key as a shared secret: the classical confusion.
    const hmac = await new FlattenedSign(new TextEncoder().encode(payload))
      .setProtectedHeader({ alg: 'HS256', kid })
      .sign(Buffer.from(x));
    const confused = `${hmac.protected}.${hmac.payload}.${hmac.signature}`;
    expect(await check({ ...fileOf(text()), signature: confused })).toMatchObject({
      kind: 'wrong_algorithm',
    });
  });

  it('refuses headers that ask for more', async () => {
    const { kid } = signer.key;
    for (const more of [{ crit: ['exp'], exp: 1 }, { jwk: other.key }, { b64: false }]) {
      const signature = signedAs({ alg: 'Ed25519', kid, ...more }, '{}');
      expect(await check({ ...fileOf(text()), signature })).toEqual({ kind: 'unreadable' });
    }
  });

  it('keeps certificates valid after the key was changed', async () => {
    const old = fileOf(text());
    const fresh = fileOf(text(), other);
    const both = [signer.key, other.key];
    expect(await check(old, both)).toMatchObject({ kind: 'valid', kid: signer.key.kid });
    expect(await check(fresh, both)).toMatchObject({ kind: 'valid', kid: other.key.kid });
  });

  it('reads nothing else as a certificate', async () => {
    for (const file of [
      null,
      1,
      'text',
      [],
      {},
      { format: certificateFormat },
      { ...fileOf(text()), signature: 'a.b' },
    ])
      expect(await check(file)).toEqual({ kind: 'unreadable' });
  });
});
