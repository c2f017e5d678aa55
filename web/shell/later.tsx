import { useEffect, useState } from 'preact/hooks';
import { bringWords } from '../i18n/dictionary.ts';
import type { Lang } from '../i18n/lang.ts';
import { useLang } from '../i18n/use-lang.tsx';
import { awaited } from './awaited.ts';
import type { LazyPart, Page } from './route.ts';

const here = new Map<LazyPart, Page>();

/** Brings a part with its sentences. */
export async function bringPart(part: LazyPart, lang: Lang): Promise<Page> {
  const words = part.words === undefined ? undefined : bringWords(lang, part.words);
  const [module] = await Promise.all([part.load(), words]);
  here.set(part, module.default);
  return module.default;
}

/**
 * Shows a part as soon as it is here; nothing before, and nothing when it cannot be brought. The page waits to be shown
 * until it is here, unless it is `unhurried`.
 */
export function Later(props: { part: LazyPart; unhurried?: boolean }) {
  const { part } = props;
  const { lang } = useLang();
  const [, come] = useState<Page>();
  useEffect(() => {
    if (here.has(part)) return;
    const brought = bringPart(part, lang);
    (props.unhurried === true ? brought : awaited(brought)).then((page) => come(() => page), reportError);
  }, [part]);
  const Shows = here.get(part);
  return Shows === undefined ? null : <Shows />;
}
