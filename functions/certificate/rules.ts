import {
  type CertificateFile,
  certificateFormat,
  type CertificateText,
} from '../../matching/certificate/file.ts';
import { instantAfter } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import type { Unsaved } from '../table/entity.ts';
import { requireMove, type Transitions } from '../transition.ts';
import type {
  Certificate,
  CertificateState,
  EligibleCertificate,
  Holder,
  IssuedCertificate,
  NamesShown,
} from './schema.ts';

export const certificateTransitions: Transitions<CertificateState> = {
  eligible: ['issued'],
  issued: ['revoked'],
  revoked: [],
};

/** A certificate shows the names that its student chose, of those that were fixed. */
export const holderOf = (names: Holder, show: NamesShown): Holder => {
  const chosen: Holder = {
    ...(show !== 'passport' && names.chinese !== undefined && { chinese: names.chinese }),
    ...(show !== 'chinese' && names.passport !== undefined && { passport: names.passport }),
  };
  const wanted = show === 'both' ? 2 : 1;
  if (Object.keys(chosen).length === wanted) return chosen;
  throw new DomainError(
    'conflict',
    'certificate_name_missing',
    'This certificate cannot be issued in that name. Ask a coordinator to add it.',
    { fields: [{ pointer: '/show', reason: 'must be one of the names that were fixed' }] },
  );
};

/** A coordinator corrects the names that a student may choose from, as long as nothing is confirmed. */
export const correctNames = (certificate: Certificate, names: Holder): EligibleCertificate => {
  if (certificate.state === 'eligible' && certificate.confirmed === undefined)
    return { ...certificate, names };
  throw new DomainError(
    'conflict',
    'certificate_names_final',
    'These names are confirmed and signed. Revoke the certificate if they are wrong.',
  );
};

/** The student looks the details over once: what is signed cannot be changed. */
export const confirmDetails = (
  certificate: Certificate,
  holder: Holder,
  now: string,
): EligibleCertificate => {
  requireMove('certificate', certificateTransitions, certificate.state, 'issued');
  if (certificate.state !== 'eligible' || certificate.confirmed !== undefined)
    throw new DomainError(
      'conflict',
      'certificate_confirmed',
      'You have confirmed these details. The certificate is being issued.',
    );
  return { ...certificate, confirmed: { holder, at: now } };
};

/** A week after an internship was completed its student is reminded, once, to confirm the details. */
const patienceMs = 7 * 24 * 60 * 60 * 1000;

/** When a student is to be reminded; undefined where nothing has to be confirmed, or the student was reminded. */
export const remindAt = (certificate: Unsaved<Certificate>): string | undefined =>
  certificate.state === 'eligible' &&
  certificate.confirmed === undefined &&
  certificate.remindedAt === undefined
    ? instantAfter(certificate.eligibleAt, patienceMs)
    : undefined;

/** What is signed: everything that a reader has to be able to trust. */
export const textOf = (
  { internship }: EligibleCertificate,
  holder: Holder,
  signing: { code: string; site: string; issuedAt: string },
): CertificateText => {
  const { company, posting, from, to, hoursAWeek, programme } = internship;
  return { ...signing, holder, company, posting, from, to, hoursAWeek, programme };
};

/** The certificate with its signature. */
export const issue = (
  certificate: EligibleCertificate,
  text: CertificateText,
  signature: string,
): IssuedCertificate => {
  const { confirmed: _, remindedAt: __, names: ___, ...common } = certificate;
  const file: CertificateFile = { format: certificateFormat, certificate: text, signature };
  return {
    ...common,
    state: 'issued',
    holder: text.holder,
    code: text.code,
    issuedAt: text.issuedAt,
    file: `${JSON.stringify(file, null, 2)}\n`,
  };
};

/** A coordinator revokes with a reason, which the student is told; nothing brings a certificate back. */
export const revoke = (certificate: Certificate, reason: string, now: string): IssuedCertificate => {
  requireMove('certificate', certificateTransitions, certificate.state, 'revoked');
  if (certificate.state !== 'issued') throw new Error('Only an issued certificate can be revoked.');
  return { ...certificate, state: 'revoked', revokedAt: now, reason };
};
