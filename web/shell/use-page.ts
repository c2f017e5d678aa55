import { useEffect, useRef, useState } from 'preact/hooks';
import { loadArea } from '../i18n/areas.ts';
import { useLang } from '../i18n/use-lang.tsx';
import { sectionOf } from '../routes.ts';
import { match } from './route.ts';
import type { Page, Section } from './route.ts';
import type { Place } from './place.tsx';

/** What the main landmark shows. The page before stays until the next one is here. */
export type Shown =
  | { state: 'loading' }
  | { state: 'page'; page: Page; place: Place; path: string; section: Section }
  | { state: 'missing' }
  | { state: 'unreachable'; path: string };

/** Brings the page of a path: its section's routes, its module and its dictionaries, side by side where possible. */
export function usePage(path: string): Shown {
  const { lang } = useLang();
  const [shown, setShown] = useState<Shown>({ state: 'loading' });
  const visit = useRef(-1);
  useEffect(() => {
    let wanted = true;
    visit.current += 1;
    const place = visit.current;
    const section = sectionOf(path);
    const bring = async (): Promise<Shown> => {
      const words = loadArea(lang, section.area);
      const { default: routes } = await section.routes();
      for (const route of routes) {
        const params = match(route.path, path);
        if (params === undefined) continue;
        const more = (route.areas ?? []).map((area) => loadArea(lang, area));
        const [module] = await Promise.all([route.load(), words, ...more]);
        return { state: 'page', page: module.default, place: { params, visit: place }, path, section };
      }
      await words;
      return { state: 'missing' };
    };
    const show = async () => {
      const next = await bring().catch((): Shown => ({ state: 'unreachable', path }));
      if (!wanted) return;
      setShown(next);
      if (place > 0) scrollTo(0, 0);
    };
    void show();
    return () => {
      wanted = false;
    };
    // A switch of language brings its dictionaries itself (LangProvider) and keeps the page as it is.
  }, [path]);
  return shown;
}
