import { bytesOf, jsonOf } from './base64url.ts';
import { type CertificateText, certificateFormat, digestsOf, signatureAlgorithm } from './file.ts';
import { type Fields, isObject, textIn } from './text-in.ts';

/** A public key of a JWKS (RFC 8037). */
export interface PublicKey {
  kty: string;
  crv: string;
  kid: string;
  x: string;
}

/** What a check of a file finds. Only `valid` is a certificate; whether it was revoked since, a file cannot say. */
export type Finding =
  | { kind: 'valid'; certificate: CertificateText; kid: string }
  /** Not a certificate file at all, or a damaged one. */
  | { kind: 'unreadable' }
  /** Signed by another method than certificates are. */
  | { kind: 'wrong_algorithm'; algorithm: string }
  /** Signed with a key that is not among the given ones. */
  | { kind: 'unknown_key'; kid: string }
  /** The key is known and did not make this signature. */
  | { kind: 'forged'; kid: string }
  /** The signature is genuine and belongs to other contents: these parts differ. */
  | { kind: 'altered'; kid: string; fields: readonly string[] }
  /** This browser or program cannot check signatures of this kind. */
  | { kind: 'cannot_check' };

const verify = async (key: PublicKey, signed: string, signature: string): Promise<boolean | undefined> => {
  const [x, bytes] = [bytesOf(key.x), bytesOf(signature)];
  if (x?.length !== 32 || bytes?.length !== 64) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', x, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, bytes, new TextEncoder().encode(signed));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined;
    return false;
  }
};

/** The parts that are not as they were signed: changed, left out or put in. */
const differing = (certificate: Fields, signed: Fields): string[] => {
  const found: Fields = digestsOf(certificate);
  return [...new Set([...Object.keys(signed), ...Object.keys(found)])].filter(
    (field) => signed[field] !== found[field],
  );
};

/** Checks a certificate file with nothing but the programme's public keys: no network, no clock. */
export const checkCertificate = async (file: unknown, keys: readonly PublicKey[]): Promise<Finding> => {
  if (!isObject(file) || file['format'] !== certificateFormat) return { kind: 'unreadable' };
  const { certificate, signature } = file;
  if (!isObject(certificate) || typeof signature !== 'string') return { kind: 'unreadable' };
  const [header = '', payload = '', mark = '', ...more] = signature.split('.');
  const protectedHeader = jsonOf(header);
  if (!isObject(protectedHeader) || more.length > 0) return { kind: 'unreadable' };
  const { alg, kid, ...others } = protectedHeader;
  if (alg !== signatureAlgorithm)
    return { kind: 'wrong_algorithm', algorithm: typeof alg === 'string' ? alg : '—' };
  // A header that asks for more than is understood must be refused (RFC 7515, 4.1.11).
  if (typeof kid !== 'string' || Object.keys(others).length > 0) return { kind: 'unreadable' };
  const key = keys.find((one) => one.kid === kid && one.kty === 'OKP' && one.crv === 'Ed25519');
  if (key === undefined) return { kind: 'unknown_key', kid };
  const genuine = await verify(key, `${header}.${payload}`, mark);
  if (genuine === undefined) return { kind: 'cannot_check' };
  const signed = jsonOf(payload);
  if (!genuine || !isObject(signed) || signed['format'] !== certificateFormat || !isObject(signed['sha256']))
    return { kind: 'forged', kid };
  let fields: string[];
  try {
    fields = differing(certificate, signed['sha256']);
  } catch {
    return { kind: 'unreadable' };
  }
  if (fields.length > 0) return { kind: 'altered', kid, fields };
  const text = textIn(certificate);
  return text === undefined ? { kind: 'unreadable' } : { kind: 'valid', certificate: text, kid };
};
