import { DomainError } from '../errors.ts';
import { isHome, overlappingStays } from './residence.ts';
import type { OfficialNames, Student } from './schema.ts';

/** A consent counts from when it was given to the notice's version that is in force. */
export const consentedAt = (
  before: Student,
  profile: Student['profile'],
  now: string,
): string | undefined => {
  if (profile.consents === undefined) return undefined;
  return before.profile.consents?.privacy === profile.consents.privacy ? before.consentedAt : now;
};

/** Of the names those that papers can bear. */
export const officialNames = ({ names }: Pick<Student['profile'], 'names'>): OfficialNames => ({
  ...(names?.chinese !== undefined && { chinese: names.chinese }),
  ...(names?.passport !== undefined && { passport: names.passport }),
});

/** Stays do not overlap. Those that are stored already keep nobody from changing another part. */
export const requireStaysApart = (before: Student['profile'], after: Student['profile']): void => {
  const fields = overlappingStays(after.residences ?? []);
  if (fields.length === 0 || JSON.stringify(before.residences) === JSON.stringify(after.residences)) return;
  throw new DomainError(
    'invalid',
    'stays_overlap',
    'Two of your stays overlap. Let each begin on the day on which the one before ends, or later.',
    { fields },
  );
};

/** The zone that a student is in on a day: of a stay that covers it, else of the usual home, else of the first stay. */
export const zoneOn = ({ residences = [] }: Student['profile'], day: string): string | undefined => {
  const stay = residences.find(
    (one) => !isHome(one) && (one.from ?? '') <= day && day <= (one.to ?? '9999-12-31'),
  );
  return (stay ?? residences.find(isHome) ?? residences[0])?.zone;
};
