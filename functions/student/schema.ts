import * as z from 'zod';
import { StudentId } from '../ids.ts';
import {
  Category,
  Country,
  Day,
  DayHours,
  LanguageSkill,
  Line,
  Major,
  Paragraphs,
  Skill,
  StudyLevel,
  unique,
  WorkMode,
  Zone,
} from '../values.ts';

/** Where a student lives, in order; `from` and `to` bound a stay, the first entry without them is the usual home. */
const Residence = z
  .strictObject({ country: Country, zone: Zone, from: Day.optional(), to: Day.optional() })
  .refine((stay) => stay.from === undefined || stay.to === undefined || stay.from < stay.to, {
    path: ['to'],
    error: 'must be after "from"',
  });

export const workAuthorizations = ['yes', 'temporary', 'no', 'undisclosed'] as const;
/** The version of the privacy notice that a consent is given to. */
export const consentVersion = '2026-01';

/** What somebody is called in their papers. */
export const OfficialNames = z.object({ chinese: Line.optional(), passport: Line.optional() });
export type OfficialNames = z.infer<typeof OfficialNames>;

const shape = {
  names: z.strictObject({ preferred: Line, chinese: Line.optional(), passport: Line.optional() }),
  phone: z.e164('must be a phone number such as +16045550123').optional(),
  university: Line,
  studyLevel: StudyLevel,
  majors: unique(Major, 4).refine((list) => list.length > 0, 'must name at least one major'),
  graduatesOn: Day,
  residences: z.array(Residence).min(1, 'must name where you live').max(6),
  /** Days on which exams make work impossible. */
  exams: z
    .array(
      z
        .strictObject({ from: Day, to: Day })
        .refine((span) => span.from <= span.to, { path: ['to'], error: 'must not be before "from"' }),
    )
    .max(10),
  weeklyHours: z.number().int().min(1).max(60),
  availableFrom: Day,
  availableTo: Day,
  /** In the student's own zone. */
  workingHours: DayHours,
  languages: unique(LanguageSkill, 10).refine((list) => list.length > 0, 'must name at least one language'),
  skills: unique(Skill, 40),
  workAuthorization: z.record(Country, z.enum(workAuthorizations)),
  interests: unique(Category, 14),
  workModes: unique(WorkMode, 3),
  about: Paragraphs.optional(),
  portfolio: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  /** The student union or overseas workstation that brought the student. */
  referrer: Line.optional(),
  consents: z.strictObject({
    /** To the privacy notice of this version; without it nobody is shown the profile. */
    privacy: z.literal(consentVersion),
    /** To be ranked automatically; without it companies see this student by date. */
    ranking: z.boolean(),
  }),
};
const inOrder = (profile: {
  availableFrom?: string | undefined;
  availableTo?: string | undefined;
}): boolean =>
  profile.availableFrom === undefined ||
  profile.availableTo === undefined ||
  profile.availableFrom < profile.availableTo;
const outOfOrder = { path: ['availableTo'], error: 'must be after "availableFrom"' };

/** All that a profile needs before the student can apply. */
export const Profile = z.strictObject(shape).refine(inOrder, outOfOrder);
export type Profile = z.infer<typeof Profile>;
/** A profile on its way: saved part by part. */
export const ProfileDraft = z.strictObject(shape).partial().refine(inOrder, outOfOrder);
export type ProfileDraft = z.infer<typeof ProfileDraft>;

export const Student = z.object({
  id: StudentId,
  email: z.email(),
  profile: ProfileDraft,
  consentedAt: z.iso.datetime().optional(),
  updatedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type Student = z.infer<typeof Student>;
/** With what is still missing (JSON pointers) before the student can apply. */
export const StudentView = Student.extend({ missing: z.array(z.string()) });
export type StudentView = z.infer<typeof StudentView>;
