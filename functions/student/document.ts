import type { StudentDocument } from '../../matching/ranking/document.ts';
import { highestByCode } from '../../matching/ranking/levels.ts';
import { isHome, usualCountry } from './residence.ts';
import { Profile, type Student } from './schema.ts';

/**
 * What a ranking may read of a student, or undefined while the profile is incomplete or without the student's
 * agreement to be ranked automatically: this is the one place that asks for it.
 * Names, contact and consents never go in: a ranking has no use for them.
 */
export const studentDocument = (student: Student): StudentDocument | undefined => {
  const profile = Profile.safeParse(student.profile).data;
  if (!profile?.consents.ranking) return undefined;
  // A ranking takes the first stay that covers a day, so the usual home stands last, in whatever order they were given.
  const stays = profile.residences.filter((residence) => !isHome(residence));
  const homes = profile.residences.filter(isHome);
  return {
    id: student.id,
    country: usualCountry(profile.residences) ?? '',
    zones: [...stays, ...homes].map(({ zone, from, to }) => ({
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
    languages: highestByCode(profile.languages),
    workAuthorization: profile.workAuthorization,
    interests: profile.interests,
    workModes: profile.workModes,
    text: profile.about ?? '',
  };
};
