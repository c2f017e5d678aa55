import type { ComponentChildren } from 'preact';
import type { Result } from '../api/types.ts';
import { DayText } from '../components/day-text.tsx';
import { FactList } from '../components/facts.tsx';
import { OutsideLink } from '../components/link.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';

type Profile = Result<'getApplicant'>['profile'];

/** A student's profile as named facts, in the order in which they decide. */
export function useProfileFacts(): (profile: Profile, now: number) => [string, ComponentChildren][] {
  const t = useT('company');
  const words = useT('shared');
  const f = useFormat();
  const names = useNames();
  const listed = (slugs: readonly string[] | undefined, name: (slug: string) => string) =>
    slugs === undefined || slugs.length === 0 ? undefined : f.list(slugs.map(name));
  return (profile, now) => [
    [t('student.university'), profile.university],
    [
      t('student.study'),
      [profile.studyLevel && words(`levels.${profile.studyLevel}`), listed(profile.majors, names.major)]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('student.graduates'), profile.graduatesOn && <DayText day={profile.graduatesOn} />],
    [
      t('student.home'),
      profile.residences?.map(({ country, zone, from, to }) => (
        <p key={country + zone + (from ?? '')}>
          {f.country(country)} · {f.zone(zone, now)}
          {from !== undefined && to !== undefined && (
            <span class="muted">
              {' '}
              {f.shortDay(from)} – {f.shortDay(to)}
            </span>
          )}
        </p>
      )),
    ],
    [
      t('student.available'),
      profile.availableFrom &&
        profile.availableTo &&
        `${f.day(profile.availableFrom)} – ${f.day(profile.availableTo)}`,
    ],
    [
      t('student.exams'),
      profile.exams && profile.exams.length > 0
        ? f.list(profile.exams.map(({ from, to }) => `${f.shortDay(from)} – ${f.shortDay(to)}`))
        : undefined,
    ],
    [
      t('student.hours'),
      profile.weeklyHours === undefined ? undefined : t('student.hoursAWeek', { hours: profile.weeklyHours }),
    ],
    [
      t('student.languages'),
      profile.languages &&
        f.list(
          profile.languages.map(
            ({ code, level }) => `${f.language(code)} ${level === 'native' ? t('edit.native') : level}`,
          ),
        ),
    ],
    [t('student.skills'), listed(profile.skills, names.skill)],
    [t('student.interests'), listed(profile.interests, names.category)],
    [t('student.modes'), listed(profile.workModes, (mode) => words.maybe(`workModes.${mode}`) ?? mode)],
    [
      t('student.portfolio'),
      profile.portfolio && <OutsideLink href={profile.portfolio}>{profile.portfolio}</OutsideLink>,
    ],
    [t('student.referrer'), profile.referrer],
    [t('student.about'), profile.about],
  ];
}

export function ProfileFacts(props: { profile: Profile; now: number }) {
  const facts = useProfileFacts();
  return <FactList of={facts(props.profile, props.now)} />;
}
