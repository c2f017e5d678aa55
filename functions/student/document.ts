import type { StudentDocument } from '../../matching/ranking/document.ts';
import { Profile, type Student } from './schema.ts';

/**
 * What a ranking may read of a student, or undefined while the profile is incomplete.
 * Names, contact and consents never go in: a ranking has no use for them.
 */
export const studentDocument = (student: Student): StudentDocument | undefined => {
  const profile = Profile.safeParse(student.profile).data;
  if (profile === undefined) return undefined;
  return {
    id: student.id,
    country: profile.residences[0]?.country ?? '',
    zones: profile.residences.map(({ zone, from, to }) => ({
      zone,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
    majors: profile.majors,
    studyLevel: profile.studyLevel,
    skills: profile.skills,
    availableFrom: profile.availableFrom,
    availableTo: profile.availableTo,
    weeklyHours: profile.weeklyHours,
    workingHours: profile.workingHours,
    languages: profile.languages,
    workAuthorization: profile.workAuthorization,
    interests: profile.interests,
    workModes: profile.workModes,
    text: profile.about ?? '',
  };
};
