import type { Words } from '../words.ts';
import type zh from '../zh/shared-errors.ts';

const en: Words<typeof zh> = {
  already_applied: 'You have already applied for this internship. Change that application instead.',
  application_cap: 'You have as many applications as this cycle allows. Withdraw one to apply elsewhere.',
  application_not_editable: 'Only a draft can be changed. What you have submitted, you can withdraw.',
  certificate_confirmed: 'These details are confirmed. The certificate is being issued.',
  certificate_illegal_move:
    'The state of this certificate has changed, so this is not possible. Reload the page to see it.',
  certificate_names_final: 'These names are confirmed and signed. Revoke the certificate if they are wrong.',
  certificate_name_missing: 'This certificate cannot be issued in that name. Ask a coordinator to add it.',
  certificate_not_found: 'There is no certificate with this code. Compare it character by character.',
  survey_not_open: 'This survey was answered or skipped, or it is over. Reload the page.',
  company_not_verified:
    'Your company has to be verified first. A coordinator does this within two working days.',
  job_has_ended: 'This job has ended: there is nothing left to cancel.',
  no_fit: 'There is no fit to show yet. Complete your profile and agree to ranking first.',
  posting_not_taking_part:
    'This internship takes no part in the round now. Ask a coordinator to publish it again, then certify.',
  posting_not_open: 'This internship is not taking applications now.',
  profile_incomplete: 'Complete your profile before you apply.',
  stays_overlap:
    'Two of your stays overlap. Let each begin on the day on which the one before ends, or later.',
  result_is_public:
    'The result is public and cannot be taken back. This job only settles applications and sends emails.',
  result_is_written: 'The result is written. You need not approve it, or you can void the round.',
  saved_search_cap:
    'You have {cap} saved searches, which is the most you can have. Delete one to save another.',
  snapshot_is_written: 'The snapshot is written. To begin again with the same lists, void the round.',
  too_many_saved_postings:
    'You have saved {cap} internships, which is the most you can save. Remove one first.',
  search_already_saved: 'This search is already saved as “{name}”.',
  seating_frozen: 'How seats are given cannot change once the match is under way.',
  seating_not_possible:
    'Shared limits, reserves and passed-on seats have to fit the postings and one another: see the marked fields.',
  seats_frozen: 'Seats cannot change once the match is under way.',
  company_incomplete: 'Complete the company profile before you submit it.',
  posting_incomplete: 'Complete the posting before you submit it.',
  posting_day_past:
    'The last day on which this posting takes applications is over. Choose a later day, or leave it empty.',
  offline: 'The server cannot be reached. Check your connection, then try again.',
  timeout: 'The server took too long to answer. Try again.',
  internal: 'Something went wrong on the server. Try again later; what you saved is not affected.',
  sign_in_needed: 'Sign in to do this.',
  unauthenticated: 'Your sign-in has expired. Sign in again.',
  forbidden: 'You are not allowed to do this.',
  not_found: 'This does not exist, or you do not have access to it.',
  stale_version: 'This has changed since you opened it. Reload the page, then make your change again.',
  invalid_input: 'Correct the marked fields, then try again.',
  invalid: 'Correct the marked fields, then try again.',
  unavailable: 'This is not responding right now. Try again in a few seconds.',
  too_large: 'This is too large. Make it smaller, then try again.',
  unsupported: 'This format is not supported.',
  throttled: 'You did that too often. Wait a moment, then try again.',
  already_recruiter: 'This account already acts for a company.',
  already_under_way:
    'This request is already being processed, or its answer was lost. It is stored only once: look at the list first.',
  answers_needed: 'Answer every question.',
  application_illegal_move: 'The application cannot take this step now. Reload to see its state.',
  application_move_not_yours: 'This step belongs to the other side.',
  approver_is_runner: 'You ran this round, so you cannot approve it. Ask another coordinator.',
  body_too_large: 'This is too large. Shorten it and try again.',
  choice_not_rankable: 'Some choices cannot be ranked. Take them off the list, then certify.',
  company_illegal_move: 'The company cannot take this step now. Reload to see its state.',
  company_move_not_yours: 'A company submits itself; a coordinator decides on it.',
  company_rejected:
    'Your company was not verified, so only its page and notices are open. The reason is on its page. If you disagree, ask a coordinator.',
  company_suspended:
    'Your company is suspended, so only its page and notices are open. The reason is on its page. If you disagree, ask a coordinator.',
  company_not_editable: 'The company cannot be changed in this state.',
  cycle_over: 'This cycle is over.',
  idempotency_key_reused: 'The page is out of date. Reload it and try again.',
  import_half_done: 'This import is half done. Run it again.',
  import_illegal_move: 'The import cannot take this step now.',
  inputs_changed: 'The seats of some postings differ from the frozen ones. Void this round and freeze again.',
  invalid_token: 'Your sign-in has ended. Sign in again.',
  last_recruiter:
    'You alone act for this company, so you cannot leave it now. If it is verified, invite a colleague first.',
  mapping_not_usable: 'Choose at least a column for the company and one for the title.',
  not_allowed: 'Your account cannot do this.',
  not_csv: 'This file cannot be read as a table. Save the spreadsheet as CSV (UTF-8) and upload that.',
  not_listable: 'A rank list can hold only live applications. Remove those that have ended.',
  nothing_to_import: 'There is no row to import.',
  offer_illegal_move: 'This offer was answered already.',
  offer_window_closed: 'The deadline to answer has passed. Ask a coordinator.',
  nothing_proposed: 'There is no change to check.',
  email_unverified:
    'Your sign-in service says that your email address is not verified. Verify it there, then sign in again.',
  posting_fixed: 'Once a posting is approved, only its seats and closing date can change.',
  posting_held:
    'A coordinator paused this posting, and only a coordinator can publish it again. The reason is on its page.',
  posting_illegal_move: 'The posting cannot take this step now. Reload to see its state.',
  posting_move_not_yours: 'This step belongs to the other side.',
  posting_not_editable: 'The posting cannot be changed in this state.',
  rank_list_locked: 'The round is frozen: the list that was certified last counts.',
  rank_list_not_open: 'Rank lists can be ordered from the applying to the ranking phase.',
  reason_needed: 'Give a reason: the people concerned will see it.',
  registration_taken:
    'A company with this registration number already exists. Ask its recruiters to invite you.',
  registration_verified: 'The registration was verified and cannot be changed. Ask a coordinator.',
  result_changed: 'This is not the result that was approved. Reload the round.',
  result_not_valid: 'The independent check found something wrong. Void this round.',
  round_illegal_move: 'The round cannot take this step now.',
  round_not_computed: 'There is no result yet. Run the round first.',
  round_too_large_to_ask:
    'This round is too large to answer at once. Download the snapshot, change it and compare both on the command line.',
  round_not_open: 'The round is no longer open.',
  round_is_public:
    'A published round cannot be voided, because everyone has its result. Rescind individual offers, with a reason, and fill open seats in a supplementary round.',
  snapshot_not_ready: 'The snapshot is still being written. Wait for the freeze to end.',
  round_reduced:
    'The lists and files of this round were deleted on {day}. Fingerprints and figures are kept: see its public proof.',
  stored_bytes_changed: 'A stored document is not what was written. Restore it, or void the round.',
  too_many_moves: 'The state of this application has changed too often. Ask a coordinator.',
  too_many_rows: 'The file has too many rows. Split it.',
  already_referrer: 'This address already acts for a referrer.',
  already_referred:
    'You have already confirmed who referred you, and that stays. This invitation was not used.',
  invitation_unknown:
    'There is no such invitation. Check that you copied the whole address, or ask the person who sent it.',
  invitation_used: 'This invitation has been used up. Ask the person who sent it for a new one.',
  invitation_expired: 'This invitation has expired. Ask the person who sent it for a new one.',
  invitation_revoked: 'This invitation was taken back. Ask the person who sent it for a new one.',
  invitation_link_cap: 'You have made {cap} links, which is the most you can make. Use one that is open.',
  invitations_waiting: '{cap} people you invited have not accepted yet. Take one invitation back first.',
  invitations_today: 'Your company has invited {cap} people today. Invite more tomorrow.',
  invitation_declined:
    'This person declined an invitation from your company. You can invite them again {days} days after that.',
  key_is_revoked: 'This key has already been revoked.',
  webhook_cap: 'You have {cap} webhooks, which is the most you can have. Delete one first.',
  webhook_paused: 'This webhook is paused. Resume it, then test it.',
  webhook_url_refused: 'Nothing can be sent to this address. See the field below.',
  delivery_pending: 'This delivery is still being tried. Wait until it has arrived or is given up.',
  workers_lost: 'The job was interrupted several times. You can start it again.',
  agreement_changed: 'The agreement is now at version {latest}. Read that version, then confirm it.',
  already_checked_in: 'You have already checked in. Write to a coordinator if something has changed.',
  check_in_too_early:
    'The check-in begins in the second week. Until then write to a coordinator if something is wrong.',
  evaluation_excused: 'Nobody has to write this evaluation any more.',
  evaluation_illegal_move:
    'This change to the evaluation is not possible now. Reload the page to see its state.',
  evaluation_not_yours: 'The other side writes this evaluation.',
  evaluation_scheduled: 'This evaluation is not open yet.',
  evaluation_submitted: 'This evaluation has been submitted and can no longer be changed.',
  extension_pending: 'Another extension is being decided. Answer that one first.',
  form_in_use:
    'Someone has submitted this form, so it can no longer be changed. Change only forms that nobody has submitted yet.',
  no_extension: 'There is no extension to decide.',
  no_work_log: 'This cycle keeps no weekly log.',
  not_a_pdf:
    'This file is not a PDF, whatever its name says. Export the agreement as a PDF and upload it again.',
  upload_missing: 'The file has not arrived, or was sent too long ago. Upload it again.',
  upload_differs: 'What arrived is not the file that you chose. Upload it again.',
  upload_failed: 'The file was not accepted. Upload it again.',
  scan_under_way: 'The file is being checked for malware. Try again in a minute.',
  file_has_script:
    'This PDF contains a script. Print it to a new PDF, which removes the script, and upload that one.',
  file_starts_programs:
    'This PDF can start programs. Print it to a new PDF, which removes that, and upload that one.',
  file_has_attachment:
    'This PDF has other files inside. Remove them or print it to a new PDF, and upload that one.',
  file_is_locked:
    'This PDF is encrypted, so it cannot be checked. Save it without a password, then upload it again.',
  file_is_bomb:
    'This PDF unpacks to far more than a document needs. Print it to a new PDF and upload that one.',
  file_has_malware: 'This file contains malware and was not accepted. Clean the computer that it comes from.',
  file_not_scanned:
    'This file could not be checked for malware. Save it again without a password, then upload it.',
  placement_illegal_move:
    'This change to the internship is not possible now. Reload the page to see its state.',
  placement_not_begun:
    'This internship has not begun, and the offer binds both sides. Ask the coordinators to release you from the offer.',
  placement_over:
    'This internship is over and can no longer be changed. Ask a coordinator if something is wrong.',
  too_many_comments: 'This week has as many comments as it can hold. Talk to each other directly.',
  too_many_versions:
    'The agreement has as many versions as it can have. Confirm the latest one, or ask a coordinator.',
  week_countersigned:
    'This week was countersigned and can no longer be changed. Write anything else under the next week.',
  week_not_begun: 'This week has not begun.',
  evaluation_incomplete:
    'Some answers are missing or do not fit their question. Correct those that are marked.',
  has_left_matching:
    'Your offer in this cycle was declined, expired or released at your request, so you take no part in further rounds. Ask a coordinator if that is wrong.',
  holds_offer: 'You have an offer in this cycle. The supplementary round is for students without one.',
  no_open_seats: 'This internship has no open seats in the supplementary round. Choose one that has.',
  no_seats_left: 'No seat is open: there is nothing to match.',
  offers_pending: 'Some offers are still unanswered. They expire at their deadline.',
  release_asked: 'A request about this offer is already with the coordinators. Wait for their decision.',
  release_not_open: 'There is no open request about this offer.',
  release_not_possible: 'There is nothing to be released from in this state of the offer.',
  round_not_published: 'The previous round has to be published first.',
  seats_not_counted: 'The open seats are still being counted. Wait a moment.',
  supplementary_closed: 'A supplementary round can be opened only during the supplementary phase.',
  terms_not_possible: 'Applying comes first, then ranking, and both end within the supplementary phase.',
  window_only_at_night:
    'In some time zone, the last day of this window is entirely at night. Make it longer, or move its end.',
  applications_without_outcome:
    'Applications are still without an outcome. Remind the companies, or close these applications.',
};
export default en;
