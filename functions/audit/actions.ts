import type { ApplicationState } from '../application/schema.ts';
import type { CertificateState } from '../certificate/schema.ts';
import type { CompanyState } from '../company/schema.ts';
import type { Phase } from '../cycle/phases.ts';
import type { EvaluationState } from '../evaluation/schema.ts';
import type { ImportState } from '../import/schema.ts';
import type { OfferState } from '../offer/schema.ts';
import type { PlacementState } from '../placement/schema.ts';
import type { PostingState } from '../posting/schema.ts';

/**
 * What the trail can tell: of each thing what is done to it, moving to a state called like the state. The pages have a
 * word for every one of them.
 */
interface Actions {
  api_key: 'create' | 'revoke';
  application: ApplicationState | 'update';
  broadcast: 'send';
  certificate: CertificateState | 'names_corrected' | 'confirmed' | 'reminded';
  company: CompanyState | 'register' | 'update' | 'accept_change' | 'refuse_change' | 'give_up';
  cycle: Phase | 'create' | 'update' | 'close_silent';
  deletion: 'request' | 'retention' | 'undo' | 'kept' | 'wait' | 'begin' | 'go_on' | 'told' | 'removed';
  evaluation: EvaluationState | 'rescheduled' | 'reminded' | 'draft';
  extension: 'grant' | 'take_back' | 'ended';
  follow_up: 'began' | 'asked' | 'missed' | 'consented' | 'withdrawn' | 'answered' | 'skipped' | 'stopped';
  import: ImportState | 'upload' | 'draft' | 'take-back';
  internship: 'save';
  interview: 'booked' | 'moved' | 'cancelled' | 'reminded' | 'begun' | 'held' | 'missed';
  interview_slots: 'added' | 'offered' | 'taken_back';
  invitation_link: 'create' | 'revoke';
  job: 'cancel' | 'running' | 'progress' | 'decide' | 'let_go' | 'succeeded' | 'failed' | 'cancelled';
  offer: OfferState | 'staged';
  placement:
    | PlacementState
    | 'agreement'
    | 'agreement_confirmed'
    | 'mentor'
    | 'equipment'
    | 'first_meeting'
    | 'check_in'
    | 'check_in_asked'
    | 'passed'
    | 'extension_asked'
    | 'extension_agreed'
    | 'extension_refused';
  posting: PostingState | 'create' | 'update';
  ranklist: 'save' | 'certify' | 'lock';
  recruiter: 'invite' | 'accept' | 'decline' | 'remove';
  referral: 'join' | 'consent' | 'withdraw_consent';
  referrer: 'create' | 'invite' | 'remove';
  release: 'asked' | 'open' | 'granted' | 'refused' | 'lapsed';
  rights: 'erase' | 'done';
  round:
    | 'open'
    | 'opening'
    | 'terms'
    | 'matching'
    | 'applying'
    | 'shortlisting'
    | 'ranking'
    | 'freeze'
    | 'snapshot'
    | 'snapshot_downloaded'
    | 'result_downloaded'
    | 'run'
    | 'computed'
    | 'approve'
    | 'stage'
    | 'publish'
    | 'published'
    | 'void'
    | 'failed'
    | 'voided'
    | 'reduce'
    | 'emptied';
  seating: 'save';
  seats: 'opened' | 'opted_in' | 'opted_out';
  student: 'save' | 'look';
  support: 'look';
  trial: 'end' | 'remove';
  webhook: 'create' | 'update' | 'delete' | 'rotate_secret';
  work_log: 'write' | 'comment' | 'countersign';
}
export type Thing = keyof Actions;
/** What is done to a thing. */
export type Verb<T extends Thing = Thing> = Actions[T];
export type Told = { [T in Thing]: `${T}.${Actions[T]}` }[Thing];

/** What the product keeps for itself; the trail does not tell of it. */
type Untold = `${
  | 'company_figures'
  | 'consent'
  | 'delivery'
  | 'digest'
  | 'inbox'
  | 'notice'
  | 'notice_settings'
  | 'retention'
  | 'saved_posting'
  | 'saved_search'
  | 'statistics'
  | 'suggestion'}.${string}`;

/** What a change is called. */
export type Action = Told | Untold;
