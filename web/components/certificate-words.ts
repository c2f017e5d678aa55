import { useFormat, useT } from '../i18n/use-lang.tsx';

interface Names {
  chinese?: string | undefined;
  passport?: string | undefined;
}

/** How certificates are told: the name of whom it is issued to, hours a week, days. */
export function useCertificateWords() {
  const t = useT('certificate');
  const f = useFormat();
  return {
    name: ({ chinese, passport }: Names): string =>
      [chinese, passport].filter((part) => part !== undefined).join(' / '),
    hours: ({ min, max }: { min: number; max: number }): string =>
      min === max ? t('facts.hoursOne', { min }) : t('facts.hoursValue', { min, max }),
    range: (from: string, to: string): string => t('facts.range', { from: f.day(from), to: f.day(to) }),
  };
}
