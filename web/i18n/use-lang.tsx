import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Area, Areas } from './areas.ts';
import { bringAllWords, bringWhole, bringLate, onWords, wordsOf } from './dictionary.ts';
import { formatsFor } from './format.ts';
import type { Formats } from './format.ts';
import { langKey, localeOf } from './lang.ts';
import type { Lang } from './lang.ts';
import { refusalWords } from './sources.ts';
import { fill, find } from './words.ts';
import type { Key, Params } from './words.ts';

interface LangState {
  lang: Lang;
  setLang: (lang: Lang) => Promise<void>;
}
const LangContext = createContext<LangState>({ lang: 'en', setLang: () => Promise.resolve() });

export function LangProvider(props: { initial: Lang; children: ComponentChildren }) {
  const [lang, set] = useState(props.initial);
  const [come, hear] = useState(0);
  useEffect(() => onWords(() => hear((count) => count + 1)), []);
  useEffect(() => {
    document.documentElement.lang = localeOf[lang];
  }, [lang]);
  const value = useMemo<LangState>(
    () => ({
      lang,
      setLang: async (next) => {
        await bringAllWords(next);
        try {
          localStorage.setItem(langKey, next);
        } catch {
          // without storage the choice holds until the page is left
        }
        // What the reader chose counts more than what a link brought along.
        history.replaceState(null, '', location.href.replace(/([?&]lang=)\w+/, `$1${next}`));
        set(next);
      },
    }),
    [lang, come],
  );
  return <LangContext.Provider value={value}>{props.children}</LangContext.Provider>;
}

export const useLang = (): LangState => useContext(LangContext);

/** Says the sentence `key` of one area; a part `<name>…</name>` of it can be rendered with `rich`. */
export interface Say<A extends Area> {
  (key: Key<Areas[A]>, params?: Params): string;
  /** The same with elements: `t.rich('x', { link: (text) => <a href="/how">{text}</a> })`. */
  rich: (
    key: Key<Areas[A]>,
    parts: Record<string, (text: string) => ComponentChildren>,
    params?: Params,
  ) => ComponentChildren;
  /** For names that come from the server (codes, states): undefined when there is no sentence. */
  maybe: (key: string, params?: Params) => string | undefined;
}

export function useT<A extends Area>(area: A): Say<A> {
  const state = useLang();
  // Whoever asked for sentences asks again when more have come: the context's value is new then.
  return useMemo(() => sayIn(state.lang, area), [state, area]);
}

function sayIn<A extends Area>(lang: Lang, area: A): Say<A> {
  const locale = localeOf[lang];
  const template = (key: string, params?: Params): string | undefined =>
    find(wordsOf(lang, area), key, locale, params);
  const known = (key: string, params?: Params): string | undefined => {
    const sentence = template(key, params);
    return sentence === undefined ? undefined : fill(sentence, locale, params);
  };
  const maybe = (key: string, params?: Params): string | undefined => {
    const sentence = known(key, params);
    // What only a refusal says comes with the first one.
    if (sentence === undefined && /^(errors|reasons)\./.test(key))
      bringLate(lang, refusalWords).catch(() => undefined);
    return sentence;
  };
  const say = (key: string, params?: Params): string => {
    const sentence = known(key, params);
    if (sentence === undefined) bringWhole(lang, area).catch(() => undefined);
    return sentence ?? '…';
  };
  const rich: Say<A>['rich'] = (key, parts, params) =>
    // Parted before it is filled: what somebody wrote has no parts, whatever it looks like.
    (template(key, params) ?? say(key, params)).split(/(<(\w+)>.*?<\/\2>)/).flatMap((piece, index, all) => {
      if (index % 3 === 2) return []; // the captured tag name
      const tag = index % 3 === 1 ? all[index + 1] : undefined;
      const render = tag === undefined ? undefined : parts[tag];
      const text = fill(render === undefined ? piece : piece.replace(/^<\w+>|<\/\w+>$/g, ''), locale, params);
      return [render === undefined ? text : render(text)];
    });
  return Object.assign(say, { rich, maybe });
}

export function useFormat(): Formats {
  const { lang } = useLang();
  return useMemo(() => formatsFor(localeOf[lang]), [lang]);
}
