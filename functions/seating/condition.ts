import { usualCountry } from '../student/residence.ts';
import type { ProfileDraft } from '../student/schema.ts';
import type { Condition, Reserve } from './schema.ts';

/** An empty list asks for nothing; what a profile does not say meets no demand. */
const among = (asked: readonly string[], stated: string | undefined): boolean =>
  asked.length === 0 || (stated !== undefined && asked.includes(stated));

/** Referrers are written by hand on both sides: width, case and spaces say nothing. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

export const meets = (condition: Condition, profile: ProfileDraft): boolean =>
  among(condition.studyLevels, profile.studyLevel) &&
  among(condition.countries, profile.residences && usualCountry(profile.residences)) &&
  among(condition.referrers.map(plain), profile.referrer && plain(profile.referrer));

/** For each reserve of one posting its students; one who meets several conditions is in the first of them. */
export const membersOf = (
  reserves: readonly Pick<Reserve, 'condition'>[],
  students: ReadonlyMap<string, ProfileDraft>,
): string[][] => {
  const members = reserves.map((): string[] => []);
  for (const [id, profile] of students)
    members[reserves.findIndex(({ condition }) => meets(condition, profile))]?.push(id);
  return members;
};
