import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';
import * as z from 'zod';
import { base64url } from '../../matching/certificate/base64url.ts';
import { type CertificateText, headerText, signedText } from '../../matching/certificate/file.ts';
import { canonicalJson } from '../../matching/round/canonical.ts';
import type { CertificateKey } from './schema.ts';

/** Signs certificates. Only what issues them has it; what checks them needs the public key alone. */
export interface CertificateSigner {
  key: CertificateKey;
  /** The JWS of a certificate, in the compact form. */
  sign: (certificate: CertificateText) => string;
}

/** An Ed25519 key in PKCS#8 is this and its 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const keyBytes = 32;
const purpose = 'certificate signing key, Ed25519';

const encode = (text: string): string => base64url(new TextEncoder().encode(text));

/** The signer of a deployment, from its secret; a new secret is a new key with another id. */
export const signerFrom = (secret: Uint8Array): CertificateSigner => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), purpose, keyBytes));
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, bytes]), format: 'der', type: 'pkcs8' });
  const { x } = z.object({ x: z.string() }).parse(createPublicKey(privateKey).export({ format: 'jwk' }));
  // The id is the key's thumbprint (RFC 7638, RFC 8037).
  const kid = createHash('sha256')
    .update(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
  return {
    key: { kty: 'OKP', crv: 'Ed25519', alg: 'Ed25519', use: 'sig', kid, x },
    sign: (certificate) => {
      const signed = `${encode(headerText(kid))}.${encode(signedText(certificate))}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    },
  };
};
