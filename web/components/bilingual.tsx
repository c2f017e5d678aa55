import { localeOf } from '../i18n/lang.ts';
import type { Lang } from '../i18n/lang.ts';
import { useLang } from '../i18n/use-lang.tsx';

export interface BilingualText {
  zh?: string | undefined;
  en?: string | undefined;
}

/** The text in the reader's language, else in the other; with the language it is in. */
export function pick(text: BilingualText, lang: Lang): { text: string; lang: Lang } {
  const other = lang === 'zh' ? 'en' : 'zh';
  const own = text[lang];
  return own === undefined || own === '' ? { text: text[other] ?? '', lang: other } : { text: own, lang };
}

/** `const say = useBilingual(); say(posting.title)`, for titles and labels; in running text use Bilingual. */
export function useBilingual(): (text: BilingualText) => string {
  const { lang } = useLang();
  return (text) => pick(text, lang).text;
}

/** A text that people wrote in one or both languages, marked with its own language. `block` keeps its paragraphs. */
export function Bilingual(props: { of: BilingualText; block?: boolean }) {
  const { lang } = useLang();
  const picked = pick(props.of, lang);
  const tag = picked.lang === lang ? undefined : localeOf[picked.lang];
  if (props.block !== true) return <bdi lang={tag}>{picked.text}</bdi>;
  return (
    <div lang={tag} class="prose">
      {picked.text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
