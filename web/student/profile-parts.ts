import type { Result } from '../api/types.ts';

export type Profile = Result<'getProfile'>['profile'];

/** The parts of a profile, each on a page of its own, with the fields that are on it. */
export const profileParts = {
  about: ['names', 'phone', 'about', 'portfolio', 'referrer'],
  study: ['university', 'studyLevel', 'majors', 'graduatesOn'],
  residence: ['residences', 'workAuthorization'],
  availability: ['weeklyHours', 'availableFrom', 'availableTo', 'workingHours', 'exams'],
  languages: ['languages'],
  skills: ['skills'],
  wishes: ['interests', 'workModes'],
  consents: ['consents'],
} as const satisfies Record<string, readonly (keyof Profile)[]>;
export type PartName = keyof typeof profileParts;

export const partNames = [
  'about', 'study', 'residence', 'availability', 'languages', 'skills', 'wishes', 'consents',
] as const satisfies readonly PartName[]; // prettier-ignore

/** The parts that something is missing in; `missing` holds JSON pointers, as the server names them. */
export const incompleteParts = (missing: readonly string[]): PartName[] =>
  partNames.filter((part) => {
    const fields: readonly string[] = profileParts[part];
    return missing.some((pointer) => fields.includes(pointer.split('/')[1] ?? ''));
  });
