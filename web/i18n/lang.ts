export const languages = ['zh', 'en'] as const;
export type Lang = (typeof languages)[number];

/** Value of `<html lang>` and the locale given to Intl. */
export const localeOf = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Lang, string>;

const isLang = (value: string | null | undefined): value is Lang => value === 'zh' || value === 'en';

/** What the reader chose before, else the first of the browser's languages that exists here, else English. */
export function chooseLang(stored: string | null, preferred: readonly string[]): Lang {
  if (isLang(stored)) return stored;
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    if (isLang(base)) return base;
  }
  return 'en';
}
