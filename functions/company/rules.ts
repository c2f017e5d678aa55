import type { CoordinatorActor, RecruiterActor } from '../actor.ts';
import { instantAfter } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import { missingFields } from '../fields.ts';
import { giveableUp } from './kinds.ts';
import { isChecked, withContent } from './proposal.ts';
import { requireMove, type Transitions } from '../transition.ts';
import {
  type Asked,
  Company,
  CompanyContent,
  type CompanyDraft,
  type CompanyMove,
  type CompanyState,
  type Stopped,
} from './schema.ts';

export const companyTransitions: Transitions<CompanyState> = {
  draft: ['submitted', 'rejected'],
  submitted: ['needs_info', 'verified', 'rejected'],
  needs_info: ['submitted'],
  verified: ['suspended'],
  rejected: [],
  suspended: ['verified'],
};

/** Whether a coordinator has stopped a company, and how. */
export const stoppedAs = (company: Company | undefined): { stopped?: Stopped } =>
  company?.state === 'suspended' || company?.state === 'rejected' ? { stopped: company.state } : {};

/**
 * A registration number belongs to one company from its submission on. A draft holds none, or anybody could keep a number
 * from the company whose it is; a rejection lets it go.
 */
export const holdsRegistration = ({ state }: Pick<Company, 'state'>): boolean =>
  state !== 'draft' && state !== 'rejected';

/** Nobody is drawn into a company that no coordinator has checked, or that one has stopped. */
export const mayInvite = ({ state }: Company): boolean => state === 'verified';

export const requireInviting = (company: Company): void => {
  if (mayInvite(company)) return;
  throw new DomainError(
    'conflict',
    'company_not_verified',
    'Your company has to be verified before it invites anyone. A coordinator does this within two working days of submission.',
  );
};

/** A company has so many letters sent to addresses that nobody has checked: in a day, and while nobody accepts. */
export const mostInvitations = 20;

export const requireFewInvitations = ({ today, waiting }: { today: number; waiting: number }): void => {
  const facts = { cap: mostInvitations };
  if (waiting >= mostInvitations)
    throw new DomainError(
      'conflict',
      'invitations_waiting',
      `${mostInvitations} people whom you invited have not accepted yet. Take an invitation back first.`,
      { facts },
    );
  if (today >= mostInvitations)
    throw new DomainError(
      'conflict',
      'invitations_today',
      `Your company has invited ${mostInvitations} people today. Go on tomorrow.`,
      { facts },
    );
};

const dayMs = 24 * 60 * 60 * 1000;
/** An invitation that nobody answers lapses. */
export const invitationEnds = (invitedAt: string): string => instantAfter(invitedAt, 30 * dayMs);

const declinedDays = 90;
/** A company writes to an address once in this time, and after a no it asks nobody again for longer. */
export const rememberedMs: Readonly<Record<Asked['state'], number>> = {
  invited: 30 * dayMs,
  declined: declinedDays * dayMs,
};

/** Who said no to a company is left alone by it for a while. */
export const requireNotDeclined = (asked: Asked | undefined): void => {
  if (asked?.state !== 'declined') return;
  throw new DomainError(
    'conflict',
    'invitation_declined',
    `This person declined an invitation from your company. You can invite them again ${declinedDays} days after that.`,
    {
      facts: { days: declinedDays },
      fields: [
        {
          pointer: '/email',
          reason: `declined an invitation from your company in the last ${declinedDays} days`,
        },
      ],
    },
  );
};

/**
 * A company may be left without anybody while it is a draft, when a coordinator asked for more, and once it was rejected:
 * nobody has begun to rely on it, nobody is deciding on it, and somebody who registered what a colleague had registered
 * already could otherwise never join that colleague.
 */
const mayBeGivenUp = (
  company: Company,
): company is Extract<Company, { state: (typeof giveableUp)[number] }> =>
  giveableUp.some((state) => state === company.state);
const givenUpReason = '注册者已放弃。Whoever registered it gave it up.';

/** The company once the last who acted for it has left; undefined where somebody has to stay. */
export const givenUp = (company: Company): Company | undefined => {
  if (!mayBeGivenUp(company)) return undefined;
  return company.state === 'rejected' ? company : { ...company, state: 'rejected', reason: givenUpReason };
};

/** A company submits itself; everything else is a coordinator's decision. */
const mayDecide = (actor: RecruiterActor | CoordinatorActor, to: CompanyState): boolean =>
  (actor.kind === 'company') === (to === 'submitted');

/** A decision against a company says why. */
const needsReason: readonly CompanyState[] = ['needs_info', 'rejected', 'suspended'];

/** A company that lacks something is neither looked at nor let in; it may always be stopped. */
const needsAll: readonly CompanyState[] = ['submitted', 'verified'];

/** The company after a move, or an error that names what is in the way. */
export const moveCompany = (
  company: Company,
  move: CompanyMove,
  actor: RecruiterActor | CoordinatorActor,
  now: string,
): Company => {
  requireMove('company', companyTransitions, company.state, move.to);
  if (!mayDecide(actor, move.to))
    throw new DomainError(
      'forbidden',
      'company_move_not_yours',
      'A company submits itself; a coordinator decides on it.',
    );
  if (needsReason.includes(move.to) && move.reason === undefined)
    throw new DomainError('invalid', 'reason_needed', 'Say why: the company is shown the reason.', {
      fields: [{ pointer: '/reason', reason: 'is needed for this decision' }],
    });
  const missing = missingFields(CompanyContent, company.content);
  if (missing.length > 0 && needsAll.includes(move.to))
    throw new DomainError(
      'invalid',
      'company_incomplete',
      'Complete the company profile before you submit it.',
      {
        fields: missing.map((pointer) => ({
          pointer: `/content${pointer}`,
          reason: 'is missing or not valid',
        })),
      },
    );
  return Company.parse({
    ...company,
    state: move.to,
    reason: move.reason,
    submittedAt: now,
    verifiedAt: now,
  });
};

/** A company may be changed but while it waits for a decision; what was verified of it stays what it was. */
export const changeCompany = (company: Company, content: CompanyDraft, now: string): Company => {
  if (company.state === 'rejected' || company.state === 'submitted')
    throw new DomainError(
      'conflict',
      'company_not_editable',
      company.state === 'submitted'
        ? 'A submitted company cannot be changed. Wait for the decision on it.'
        : 'A rejected company cannot be changed. Ask a coordinator.',
    );
  if (company.state === 'draft') return { ...company, content };
  const complete = CompanyContent.safeParse(content);
  if (!complete.success)
    throw new DomainError(
      'invalid',
      'company_incomplete',
      'Once a company has been submitted, all its fields must stay filled in.',
      {
        fields: missingFields(CompanyContent, content).map((pointer) => ({
          pointer,
          reason: 'is missing or not valid',
        })),
      },
    );
  const wasVerified = isChecked(company);
  if (
    wasVerified &&
    JSON.stringify(complete.data.registration) !== JSON.stringify(company.content.registration)
  )
    throw new DomainError(
      'conflict',
      'registration_verified',
      'The registration number was verified and cannot be changed. Ask a coordinator.',
      {
        fields: [{ pointer: '/registration', reason: 'was verified' }],
      },
    );
  if (wasVerified && complete.data.legalName !== company.content.legalName)
    throw new DomainError(
      'conflict',
      'registration_verified',
      'The legal name was verified with the registration number and cannot be changed. Ask a coordinator.',
      { fields: [{ pointer: '/legalName', reason: 'was verified' }] },
    );
  return wasVerified ? withContent(company, complete.data, now) : { ...company, content: complete.data };
};
