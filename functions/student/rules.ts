import type { Student } from './schema.ts';

/** A consent counts from when it was given to the notice's version that is in force. */
export const consentedAt = (
  before: Student,
  profile: Student['profile'],
  now: string,
): string | undefined => {
  if (profile.consents === undefined) return undefined;
  return before.profile.consents?.privacy === profile.consents.privacy ? before.consentedAt : now;
};
