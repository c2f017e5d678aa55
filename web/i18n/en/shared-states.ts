import type { Words } from '../words.ts';
import type zh from '../zh/shared-states.ts';

const en: Words<typeof zh> = {
  cycle: {
    draft: 'Draft', posting: 'Posting', applying: 'Applying', shortlisting: 'Shortlisting', ranking: 'Ranking',
    matching: 'Matching', confirming: 'Confirming', supplementary: 'Supplementary round', active: 'Internships',
    closed: 'Closed', archived: 'Archived',
  },
  company: {
    draft: 'Draft', submitted: 'To be verified', needs_info: 'Needs information', verified: 'Verified',
    rejected: 'Rejected', suspended: 'Suspended',
  },
  posting: {
    draft: 'Draft', submitted: 'To be checked', changes_requested: 'Changes requested', approved: 'Approved',
    published: 'Published', closed: 'Closed', filled: 'Filled', unfilled: 'Seats open', paused: 'Paused',
    withdrawn: 'Withdrawn',
  },
  application: {
    draft: 'Draft', submitted: 'Submitted', reviewing: 'In review', shortlisted: 'Shortlisted',
    interviewing: 'Interviewing', rankable: 'Ready to rank', matched: 'Matched', unmatched: 'Not matched',
    not_selected: 'Not selected', withdrawn: 'Withdrawn', not_submitted: 'Not submitted',
  },
  rankList: { draft: 'Draft', certified: 'Certified', locked: 'Locked' },
  round: {
    open: 'Open', frozen: 'Frozen', computed: 'Computed', approved: 'Approved', published: 'Published',
    failed: 'Failed', voided: 'Voided',
  },
  offer: {
    pending: 'Waiting for an answer', accepted: 'Accepted', declined: 'Declined', expired: 'Expired',
    rescinded: 'Rescinded', waived: 'Waived',
  },
  placement: {
    confirmed: 'Confirmed', onboarding: 'Onboarding', active: 'Active', completed: 'Completed',
    extended: 'Extended', terminated: 'Terminated',
  },
  job: { queued: 'Queued', running: 'Running', succeeded: 'Done', failed: 'Failed' },
  import: {
    uploaded: 'Uploaded', checking: 'Checking', checked: 'Checked', importing: 'Importing', imported: 'Imported', undoing: 'Undoing', undone: 'Undone', failed: 'Failed',
  },
};
export default en;
