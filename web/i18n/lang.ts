export const languages = ['zh', 'en'] as const;
export type Lang = (typeof languages)[number];

/** Value of `<html lang>` and the locale given to Intl. */
export const localeOf = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Lang, string>;

const isLang = (value: string | null | undefined): value is Lang => value === 'zh' || value === 'en';

/** What the address asks for, else what the reader chose before, else the first of the browser's languages that exists here, else English. */
export function chooseLang(
  stored: string | null,
  preferred: readonly string[],
  inAddress?: string | null,
): Lang {
  if (isLang(inAddress)) return inAddress;
  if (isLang(stored)) return stored;
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    if (isLang(base)) return base;
  }
  return 'en';
}

/** Under which name a browser keeps the reader's choice. */
export const langKey = 'lang';

const storedLang = (): string | null => {
  try {
    return localStorage.getItem(langKey);
  } catch {
    return null; // storage can be refused by the browser's settings
  }
};

export const langOfReader = (): Lang =>
  chooseLang(storedLang(), navigator.languages, new URLSearchParams(location.search).get('lang'));
