import * as z from 'zod';
import { CompanyId } from '../ids.ts';
import { BilingualLine, Country, Line, Paragraphs, Reason } from '../values.ts';
import { companySizes, industries } from './kinds.ts';
import { foreignNumber, isUnifiedSocialCreditCode } from './registration.ts';

export const CompanyState = z.enum(['draft', 'submitted', 'needs_info', 'verified', 'rejected', 'suspended']);
export type CompanyState = z.infer<typeof CompanyState>;

/** The states in which a coordinator has stopped a company: nobody acts for it until a coordinator lets it go on. */
export type Stopped = Extract<CompanyState, 'suspended' | 'rejected'>;

/** A Chinese company by its unified social credit code, one from elsewhere by its country's number. */
export const Registration = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cn'),
    code: z
      .string()
      .refine(
        isUnifiedSocialCreditCode,
        'is not a valid unified social credit code: its check character does not fit',
      ),
  }),
  z.strictObject({
    kind: z.literal('foreign'),
    country: Country.refine(
      (country) => country !== 'CN',
      'must not be CN: give the unified social credit code',
    ),
    number: z
      .string()
      .regex(foreignNumber, 'must be 3 to 40 letters, digits, spaces, dots, slashes or hyphens'),
  }),
]);
export type Registration = z.infer<typeof Registration>;

/** What is kept of what a company says of itself: one of before a name was asked for in one language may have none. */
const KeptContent = z.strictObject({
  legalName: Line,
  name: z.strictObject({ zh: Line.optional(), en: Line.optional() }),
  registration: Registration,
  district: Line,
  industry: z.enum(industries),
  size: z.enum(companySizes),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  contact: z.strictObject({
    name: Line,
    email: z.email(),
    phone: z.e164('must be a phone number such as +862165431234').optional(),
  }),
  about: z.strictObject({ zh: Paragraphs.optional(), en: Paragraphs.optional() }).optional(),
  /** What lets a coordinator check that the company is real. */
  evidence: Paragraphs.optional(),
});
/** What a company says of itself; all of it but `website` and `evidence` is needed before it can be submitted. */
export const CompanyContent = KeptContent.extend({
  /** The name that students see. */
  name: BilingualLine,
});
export type CompanyContent = z.infer<typeof CompanyContent>;

/** A company brought in by an import has a name and nothing else yet. */
export const CompanyDraft = CompanyContent.partial();
export type CompanyDraft = z.infer<typeof CompanyDraft>;

/**
 * What a verified company wants to be called and reached at; until a coordinator has checked it, what was checked before
 * holds, so that whoever got hold of one of its accounts is not asked in its place.
 */
export const Proposal = KeptContent.pick({ name: true, website: true }).extend({
  /** Absent in those of before contacts were checked. */
  contact: KeptContent.shape.contact.optional(),
  at: z.iso.datetime(),
});
export type Proposal = z.infer<typeof Proposal>;
export const ProposalDecision = z.strictObject({ accept: z.boolean(), reason: Reason.optional() });
export type ProposalDecision = z.infer<typeof ProposalDecision>;

const common = { id: CompanyId, createdAt: z.iso.datetime(), version: z.number().int() };
/** A company is complete in every state but `draft`, from which it may be rejected, too. */
export const Company = z.discriminatedUnion('state', [
  z.object({ ...common, state: z.literal('draft'), content: KeptContent.partial() }),
  z.object({
    ...common,
    state: z.literal('submitted'),
    content: KeptContent,
    submittedAt: z.iso.datetime(),
  }),
  z.object({
    ...common,
    state: z.literal('verified'),
    content: KeptContent,
    verifiedAt: z.iso.datetime(),
    proposed: Proposal.optional(),
  }),
  z.object({
    ...common,
    state: z.literal('suspended'),
    content: KeptContent,
    reason: Reason,
    proposed: Proposal.optional(),
  }),
  z.object({ ...common, state: z.literal('needs_info'), content: KeptContent, reason: Reason }),
  z.object({ ...common, state: z.literal('rejected'), content: KeptContent.partial(), reason: Reason }),
]);
export type Company = z.infer<typeof Company>;

/** What everyone may see of a company. */
export const PublicCompany = z.object({
  id: CompanyId,
  name: z.object({ zh: z.string().optional(), en: z.string().optional() }),
  district: z.string().optional(),
  industry: z.enum(industries).optional(),
  website: z.string().optional(),
  verified: z.boolean(),
});
export type PublicCompany = z.infer<typeof PublicCompany>;

export const Recruiter = z.object({
  email: z.email(),
  companyId: CompanyId,
  invitedAt: z.iso.datetime(),
  /** Was invited, and has not accepted: acts for nobody by that, and may act for another company all the while. */
  waiting: z.literal(true).optional(),
  /** Where the company had asked not long before: since when. An email went then, and goes again only later. */
  askedSince: z.iso.datetime().optional(),
  version: z.number().int(),
});
export type Recruiter = z.infer<typeof Recruiter>;
/** What is remembered of an invitation after it has gone: since when somebody is asked, or that they declined. */
export const Asked = z.object({
  email: z.email(),
  companyId: CompanyId,
  state: z.enum(['invited', 'declined']),
  at: z.iso.datetime(),
  version: z.number().int(),
});
export type Asked = z.infer<typeof Asked>;
/** An invitation as whoever is invited sees it. */
export const CompanyInvitation = z.object({
  company: PublicCompany,
  invitedAt: z.iso.datetime(),
  /** When it lapses. */
  until: z.iso.datetime(),
});
export type CompanyInvitation = z.infer<typeof CompanyInvitation>;
export const InvitationAnswer = z.strictObject({
  accept: z.boolean(),
  giveUp: z.literal(true).optional().meta({
    description:
      'With an acceptance: gives up the company that the account alone acts for, where it is a draft, was asked for more or was rejected',
  }),
});
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;
export const Invitation = z.strictObject({
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
});
export const CompanyMove = z.strictObject({ to: CompanyState, reason: Reason.optional() });
export type CompanyMove = z.infer<typeof CompanyMove>;
