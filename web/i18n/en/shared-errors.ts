import type { Words } from '../words.ts';
import type zh from '../zh/shared-errors.ts';

const en: Words<typeof zh> = {
  already_applied: 'You have an application to this posting. Change that one instead.',
  application_cap: 'You have as many applications as this cycle allows. Withdraw one to apply elsewhere.',
  application_not_editable: 'Only a draft can be changed. Withdraw and apply again to change what you sent.',
  company_not_verified:
    'Your company has to be verified first. A coordinator does this within two working days.',
  no_fit: 'There is no fit to show yet. Complete your profile and agree to ranking first.',
  posting_not_open: 'This posting does not take applications now.',
  profile_incomplete: 'Complete your profile before you apply.',
  seats_frozen: 'Seats cannot change once the match is under way.',
  company_incomplete: 'Complete the company before you submit it.',
  posting_incomplete: 'Complete the posting before you submit it.',
  offline: 'The server cannot be reached. Check your connection, then try again.',
  timeout: 'The server took too long to answer. Try again.',
  internal: 'Something went wrong on the server. Try again in a while; what you saved is not affected.',
  sign_in_needed: 'Sign in to do this.',
  unauthenticated: 'Your sign-in has expired. Sign in again.',
  forbidden: 'You are not allowed to do this.',
  not_found: 'There is no such thing, or it is not yours to see.',
  stale_version: 'This was changed since you read it. Read it again, then repeat your change.',
  invalid_input: 'Something has to be corrected: see the marked fields.',
  invalid: 'Something has to be corrected: see the marked fields.',
  too_large: 'This is too large. Make it smaller, then try again.',
  unsupported: 'This format is not supported.',
  throttled: 'That was too often. Wait a moment, then try again.',
};
export default en;
