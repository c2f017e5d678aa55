import { timeInZone } from '../clock/zone-city.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** A time on the clocks of each zone, the reader's first: `Monday, 20 April 2026 at 09:00 (Shanghai time)`. */
export const timeInZones = (
  at: string,
  zones: readonly (string | undefined)[],
  lang: keyof typeof locales,
): string =>
  [...new Set(zones.filter((zone) => zone !== undefined))]
    .map((timeZone) => {
      const format = new Intl.DateTimeFormat(locales[lang], {
        dateStyle: 'full',
        timeStyle: 'short',
        timeZone,
      });
      const time = format.format(new Date(at));
      return timeInZone(time, timeZone, locales[lang]);
    })
    .join(lang === 'zh' ? '，' : '; ');
