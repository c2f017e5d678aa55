import type { Lang } from '../i18n/lang.ts';

/** A name in the reader's language, else in the one there is. */
export const localName = (name: { zh?: string | undefined; en?: string | undefined }, lang: Lang): string =>
  name[lang] ?? name.zh ?? name.en ?? '–';
