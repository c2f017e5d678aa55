import { canonicalJson } from '../round/canonical.ts';
import { sha256Hex } from '../round/sha256.ts';

/** In Chinese, English or both. */
interface Bilingual {
  zh?: string | undefined;
  en?: string | undefined;
}

/** What a certificate says. */
export interface CertificateText {
  code: string;
  /** As the student wants them. */
  holder: { chinese?: string | undefined; passport?: string | undefined };
  company: Bilingual;
  posting: Bilingual;
  /** First and last day. */
  from: string;
  to: string;
  hoursAWeek: { min: number; max: number };
  /** The cycle of the programme that issues it, and where that can be asked. */
  programme: Bilingual;
  site: string;
  issuedAt: string;
}

export const certificateFields = [
  'code',
  'holder',
  'company',
  'posting',
  'from',
  'to',
  'hoursAWeek',
  'programme',
  'site',
  'issuedAt',
] as const satisfies readonly (keyof CertificateText)[];

export const certificateFormat = 'internship-certificate/1';
/** RFC 9864: the algorithm by its full name. */
export const signatureAlgorithm = 'Ed25519';

/** A certificate as a file: what it says, readable, and a JWS (RFC 7515) over the hashes of its parts. */
export interface CertificateFile {
  format: typeof certificateFormat;
  certificate: CertificateText;
  signature: string;
}

/** The SHA-256 of each part of a certificate, so that a check can say which of them was altered. */
export const digestsOf = (certificate: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(certificate)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, sha256Hex(canonicalJson(value))]),
  );

/** What is signed, as canonical JSON (RFC 8785). */
export const signedText = (certificate: CertificateText): string =>
  canonicalJson({ format: certificateFormat, sha256: digestsOf({ ...certificate }) });

/** The protected header of the JWS. */
export const headerText = (kid: string): string => canonicalJson({ alg: signatureAlgorithm, kid });
