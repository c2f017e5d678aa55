import { zoneCity } from './zone-city.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** A time with the zone on whose clocks it is: `09:00 (Shanghai time)`, `09:00 (GMT-5)`. */
export const timeInZone = (time: string, zone: string, locale: string): string => {
  const chinese = locale.startsWith('zh');
  // `Etc/GMT+5` is five hours behind: its offset is said as people write it.
  const fixed = zone.startsWith('Etc/')
    ? new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' })
        .formatToParts(0)
        .find(({ type }) => type === 'timeZoneName')?.value
    : undefined;
  const named = fixed ?? zoneCity(zone, locale) + (chinese ? '时间' : ' time');
  return chinese ? `${time}（${named}）` : `${time} (${named})`;
};

/** A time on the clocks of each zone, the reader's first: `20 April 2026 at 09:00 (Shanghai time); …`. */
export const timeInZones = (
  at: string,
  zones: readonly string[],
  lang: keyof typeof locales,
  dateStyle: 'long' | 'full',
): string => {
  const locale = locales[lang];
  return [...new Set(zones)]
    .map((timeZone) => {
      const format = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone });
      return timeInZone(format.format(new Date(at)), timeZone, locale);
    })
    .join(lang === 'zh' ? '，' : '; ');
};
