import type { Result } from '../api/types.ts';
import { useT } from '../i18n/use-lang.tsx';

export type Audience = Result<'listBroadcasts'>['items'][number]['audience'];

/** The parts of each side that can be written to. */
export const parts = {
  students: ['everyone', 'applied', 'under_way', 'without_application', 'matched', 'unmatched'],
  companies: ['everyone', 'posting', 'owing_outcomes'],
} as const;

/** An audience in words. */
export function useAudienceWords(): (audience: Audience) => string {
  const t = useT('desk');
  return (audience) =>
    audience.to === 'all'
      ? t('announcements.all')
      : `${t(`announcements.${audience.to}`)} · ${t(`announcements.parts.${audience.who}`)}`;
}

/** The audience of what was chosen: a part of the other side counts as all of this one. */
export const audienceOf = (to: Audience['to'], who: string): Audience => {
  if (to === 'all') return { to };
  if (to === 'students') return { to, who: parts.students.find((part) => part === who) ?? 'everyone' };
  return { to, who: parts.companies.find((part) => part === who) ?? 'everyone' };
};
