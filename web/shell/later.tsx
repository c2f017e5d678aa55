import { useEffect, useState } from 'preact/hooks';
import { bringWords } from '../i18n/dictionary.ts';
import type { Lang } from '../i18n/lang.ts';
import { useLang } from '../i18n/use-lang.tsx';
import type { LazyPart, Page } from './route.ts';

const here = new Map<LazyPart, Page>();

/** Brings a part with its sentences. */
export async function bringPart(part: LazyPart, lang: Lang): Promise<Page> {
  const words = part.words === undefined ? undefined : bringWords(lang, part.words);
  const [module] = await Promise.all([part.load(), words]);
  here.set(part, module.default);
  return module.default;
}

/** Shows a part as soon as it is here; nothing before, and nothing when it cannot be brought. */
export function Later(props: { part: LazyPart }) {
  const { part } = props;
  const { lang } = useLang();
  const [, come] = useState<Page>();
  useEffect(() => {
    if (!here.has(part)) bringPart(part, lang).then((page) => come(() => page), reportError);
  }, [part]);
  const Shows = here.get(part);
  return Shows === undefined ? null : <Shows />;
}
