/** What the trail can tell: of each thing what is done to it. The pages have a word for every one of them. */
export const actions = {
  api_key: ['create', 'revoke'],
  application: [
    'update',
    'draft',
    'submitted',
    'reviewing',
    'shortlisted',
    'interviewing',
    'rankable',
    'matched',
    'unmatched',
    'not_selected',
    'withdrawn',
    'not_submitted',
  ],
  broadcast: ['send'],
  certificate: ['names_corrected', 'eligible', 'confirmed', 'issued', 'reminded', 'revoked'],
  company: [
    'register',
    'update',
    'draft',
    'submitted',
    'needs_info',
    'verified',
    'rejected',
    'suspended',
    'accept_change',
    'refuse_change',
  ],
  cycle: [
    'create',
    'update',
    'close_silent',
    'draft',
    'posting',
    'applying',
    'shortlisting',
    'ranking',
    'matching',
    'confirming',
    'supplementary',
    'active',
    'closed',
    'archived',
  ],
  deletion: ['request', 'retention', 'undo', 'kept', 'wait', 'begin', 'go_on', 'told', 'removed'],
  evaluation: ['scheduled', 'rescheduled', 'open', 'overdue', 'reminded', 'draft', 'submitted', 'excused'],
  extension: ['grant', 'take_back', 'ended'],
  follow_up: ['began', 'asked', 'missed', 'consented', 'withdrawn', 'answered', 'skipped', 'stopped'],
  import: [
    'upload',
    'draft',
    'take-back',
    'uploaded',
    'checking',
    'checked',
    'importing',
    'imported',
    'undoing',
    'undone',
    'failed',
    'cancelled',
  ],
  internship: ['save'],
  interview: ['booked', 'moved', 'cancelled', 'reminded', 'begun', 'held', 'missed'],
  interview_slots: ['added', 'offered', 'taken_back'],
  invitation_link: ['create', 'revoke'],
  job: ['cancel', 'running', 'progress', 'decide', 'let_go', 'succeeded', 'failed', 'cancelled'],
  offer: ['staged', 'pending', 'accepted', 'declined', 'expired', 'rescinded', 'waived'],
  placement: [
    'confirmed',
    'onboarding',
    'active',
    'completed',
    'extended',
    'terminated',
    'agreement',
    'agreement_confirmed',
    'mentor',
    'equipment',
    'first_meeting',
    'check_in',
    'check_in_asked',
    'passed',
    'extension_asked',
    'extension_agreed',
    'extension_refused',
  ],
  posting: [
    'create',
    'update',
    'draft',
    'submitted',
    'changes_requested',
    'approved',
    'published',
    'closed',
    'filled',
    'unfilled',
    'paused',
    'withdrawn',
  ],
  ranklist: ['save', 'certify', 'lock'],
  recruiter: ['invite', 'remove'],
  referral: ['join', 'consent', 'withdraw_consent'],
  referrer: ['create', 'invite', 'remove'],
  release: ['asked', 'open', 'granted', 'refused'],
  rights: ['erase', 'done'],
  round: [
    'open',
    'opening',
    'terms',
    'matching',
    'applying',
    'shortlisting',
    'ranking',
    'freeze',
    'snapshot',
    'snapshot_downloaded',
    'result_downloaded',
    'run',
    'computed',
    'approve',
    'stage',
    'publish',
    'published',
    'void',
    'failed',
    'voided',
    'reduce',
    'emptied',
  ],
  seating: ['save'],
  seats: ['opened', 'opted_in', 'opted_out'],
  student: ['save'],
  support: ['look'],
  trial: ['end', 'remove'],
  webhook: ['create', 'update', 'delete', 'rotate_secret'],
  work_log: ['write', 'comment', 'countersign'],
} as const;
export type Thing = keyof typeof actions;
/** What is done to a thing. */
export type Verb<T extends Thing = Thing> = { [One in T]: (typeof actions)[One][number] }[T];
export type Told = { [T in Thing]: `${T}.${(typeof actions)[T][number]}` }[Thing];

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
