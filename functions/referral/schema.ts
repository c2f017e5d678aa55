import * as z from 'zod';
import { InvitationLinkId, ReferrerId, StudentId } from '../ids.ts';
import { BilingualLine, Instant, Line } from '../values.ts';

const Address = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

export const ReferrerKind = z.enum(['student_union', 'workstation']);

/** A student union or overseas workstation that brings students. */
export const Referrer = z.object({
  id: ReferrerId,
  name: BilingualLine,
  kind: ReferrerKind,
  createdAt: z.iso.datetime(),
  version: z.number().int(),
});
export type Referrer = z.infer<typeof Referrer>;
export const NewReferrer = z.strictObject({ name: BilingualLine, kind: ReferrerKind, email: Address });

/** Somebody who acts for a referrer, known by the address that the issuer verified. */
export const ReferrerPerson = z.object({
  email: z.email(),
  referrerId: ReferrerId,
  invitedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type ReferrerPerson = z.infer<typeof ReferrerPerson>;
export const ReferrerInvitation = z.strictObject({ email: Address });

const PersonView = ReferrerPerson.pick({ email: true, invitedAt: true });
export const ReferrerView = Referrer.extend({ people: z.array(PersonView) });

const own = {
  /** For whom it is, in the referrer's words: "WeChat group 2026". */
  label: Line.max(80, 'must have at most 80 characters'),
  /** How many students may join by it; 1 makes it single-use. */
  cap: z.number().int().min(1).max(1_000),
};
export const NewInvitationLink = z.strictObject({ ...own, expiresAt: Instant });
export type NewInvitationLink = z.infer<typeof NewInvitationLink>;

export const InvitationLink = z.object({
  ...own,
  id: InvitationLinkId,
  referrerId: ReferrerId,
  used: z.number().int(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().optional(),
  version: z.number().int(),
});
export type InvitationLink = z.infer<typeof InvitationLink>;

export const LinkState = z.enum(['open', 'used', 'expired', 'revoked']);
export type LinkState = z.infer<typeof LinkState>;
export const InvitationLinkView = InvitationLink.extend({ state: LinkState });
/** With its address, this once: of the code in it only a hash is kept. */
export const MadeInvitationLink = InvitationLinkView.extend({ url: z.string() });

export const InvitationCode = z.string().regex(/^[a-z0-9]{20,64}$/, 'must be the code of an invitation link');
/** What the page behind a link shows before somebody joins. */
export const Invitation = z.object({
  referrer: z.object({ name: BilingualLine, kind: ReferrerKind }),
  state: LinkState,
  expiresAt: z.string(),
});

/** The version of what a student agrees to when the referrer may see them by name. */
export const referralConsentVersion = '2026-11';
/** All that is shown then; a change of it is a new version, which has to be agreed to anew. */
export const shownWithConsent = ['preferred_name', 'university', 'progress'] as const;

/** Who brought a student, as the student confirmed it; one for each student. */
export const Referral = z.object({
  studentId: StudentId,
  referrerId: ReferrerId,
  linkId: InvitationLinkId,
  joinedAt: z.iso.datetime(),
  /** To be seen by name, by the version of what is shown. */
  consent: z.object({ version: z.string(), at: z.iso.datetime() }).optional(),
  version: z.number().int(),
});
export type Referral = z.infer<typeof Referral>;

export const MyReferral = z.object({
  referral: z
    .object({
      referrer: z.object({ name: BilingualLine, kind: ReferrerKind }),
      joinedAt: z.string(),
      consent: z.object({ version: z.string(), at: z.string() }).optional(),
      version: z.number().int(),
    })
    .optional(),
  consentVersion: z.literal(referralConsentVersion),
  shows: z.array(z.enum(shownWithConsent)),
});
export type MyReferral = z.infer<typeof MyReferral>;
export const ConsentChange = z.strictObject({
  /** The version that was read, or null to take the consent back. */
  consent: z.literal(referralConsentVersion).nullable(),
});

export const stages = ['joined', 'profile_complete', 'applied', 'matched', 'placed', 'completed'] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** One student by name: what `shownWithConsent` lists, and nothing else. */
export const ReferredStudent = z.object({
  name: z.string(),
  university: z.string().optional(),
  progress: Stage,
});
export type ReferredStudent = z.infer<typeof ReferredStudent>;

/** Null where a count would tell of fewer than five students. */
const Count = z.number().int().nullable();
export const ReferralFigures = z.object({
  /** Places of all links that were made. */
  invited: z.number().int(),
  /** The uses of the links, which a referrer sees link by link. */
  joined: z.number().int(),
  profileComplete: Count,
  applied: Count,
  matched: Count,
  placed: Count,
  completed: Count,
  leastShown: z.number().int(),
});
export type ReferralFigures = z.infer<typeof ReferralFigures>;
