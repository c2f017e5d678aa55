import * as z from 'zod';
import { CompanyId, CycleId, PlacementId, RoundId, StudentId } from '../ids.ts';
import { OfficialNames } from '../student/schema.ts';
import { BilingualLine, Day, Reason } from '../values.ts';

export const CertificateState = z.enum(['eligible', 'issued', 'revoked']);
export type CertificateState = z.infer<typeof CertificateState>;

/** Which of the names that were fixed the certificate shows: its holder's choice. */
export const NamesShown = z.enum(['chinese', 'passport', 'both']);
export type NamesShown = z.infer<typeof NamesShown>;
export const Holder = OfficialNames;
export type Holder = z.infer<typeof Holder>;

/** A name as a company writes it; either language may be missing. */
const Name = z.object({ zh: z.string().optional(), en: z.string().optional() });

/** What the certificate says beside who it is issued to: as it was when the internship was completed. */
export const Internship = z.object({
  company: Name,
  posting: BilingualLine,
  from: Day,
  to: Day,
  hoursAWeek: z.object({ min: z.number(), max: z.number() }),
  programme: BilingualLine,
});
export type Internship = z.infer<typeof Internship>;

const at = z.iso.datetime();
const common = {
  id: PlacementId,
  studentId: StudentId,
  roundId: RoundId,
  cycleId: CycleId,
  companyId: CompanyId,
  internship: Internship,
  eligibleAt: at,
  version: z.number().int(),
};
const issued = {
  ...common,
  holder: Holder,
  code: z.string(),
  /** The signed file, as it is handed out. */
  file: z.string(),
  issuedAt: at,
};

/**
 * An internship was completed: the student may look over the details. With them confirmed it is signed and has a code
 * that anyone can look up, so nobody's name is public who did not ask for it.
 */
export const Certificate = z.discriminatedUnion('state', [
  z.object({
    ...common,
    state: z.literal('eligible'),
    /** What the student may choose from: fixed, so that nobody gets a certificate for somebody else. */
    names: Holder.optional(),
    /** What the student confirmed; it is signed at once. */
    confirmed: z.object({ holder: Holder, at }).optional(),
    /** When the student, who had not confirmed, was reminded. */
    remindedAt: at.optional(),
  }),
  z.object({ ...issued, state: z.literal('issued') }),
  z.object({ ...issued, state: z.literal('revoked'), revokedAt: at, reason: Reason }),
]);
export type Certificate = z.infer<typeof Certificate>;
export type EligibleCertificate = Extract<Certificate, { state: 'eligible' }>;
export type IssuedCertificate = Exclude<Certificate, { state: 'eligible' }>;

/** A certificate as its student and coordinators see it. */
export const CertificateView = z.object({
  ...common,
  state: CertificateState,
  confirmed: z.object({ holder: Holder, at }).optional(),
  holder: Holder.optional(),
  code: z.string().optional(),
  file: z.string().optional(),
  issuedAt: at.optional(),
  revokedAt: at.optional(),
  reason: z.string().optional(),
});
export type CertificateView = z.infer<typeof CertificateView>;

/** The student's own, with the names to choose from. */
export const MyCertificate = CertificateView.extend({ names: Holder });

/**
 * For coordinators: with what the student is called, whom a certificate that waits names nowhere, and, as long as they
 * can be corrected, the names to choose from.
 */
export const StudentsCertificate = CertificateView.extend({ name: z.string(), names: Holder.optional() });

export const Confirmation = z.strictObject({ show: NamesShown });
export const NamesCorrection = z.strictObject({
  names: z
    .strictObject(Holder.shape)
    .refine(({ chinese, passport }) => chinese !== undefined || passport !== undefined, 'must hold a name'),
  reason: Reason,
});
export const Revocation = z.strictObject({ reason: Reason });

/** What anyone learns who has the code. */
export const CertificateCheck = z.object({
  state: z.enum(['issued', 'revoked']),
  code: z.string(),
  holder: Holder,
  internship: Internship,
  issuedAt: at,
  revokedAt: at.optional(),
  /** The signed file, for a check without this site. */
  file: z.string(),
});

/** A key that certificates are, or were, signed with (RFC 7517, RFC 8037). */
export const CertificateKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('Ed25519'),
  use: z.literal('sig'),
  kid: z.string(),
  x: z.string(),
});
export type CertificateKey = z.infer<typeof CertificateKey>;
export const CertificateKeySet = z.object({ keys: z.array(CertificateKey) });
