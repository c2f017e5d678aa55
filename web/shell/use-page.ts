import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../i18n/lang.ts';
import { useLang } from '../i18n/use-lang.tsx';
import { sectionOf } from '../routes.ts';
import { bringPart } from './later.tsx';
import { painted } from './painted.ts';
import { siteAnswers } from './site-answers.ts';
import { match } from './route.ts';
import { notFound } from './routes.ts';
import type { Page, Section } from './route.ts';
import type { Place } from './place-context.ts';

/** What the main landmark shows. The page before stays until the next one is here. */
export type Shown =
  | { state: 'page'; page: Page; place: Place; path: string; section: Section }
  | { state: 'unreachable'; path: string; offline: boolean };

/** Brings the page of a path: its section's routes, then its module and its sentences side by side. */
export async function bringPage(path: string, lang: Lang, visit: number): Promise<Shown> {
  try {
    const section = sectionOf(path);
    const known = section.first?.some((route) => match(route.path, path) !== undefined) === true;
    const routes = known ? section.first : (await section.routes()).default;
    for (const route of routes ?? []) {
      const params = match(route.path, path);
      if (params === undefined) continue;
      const page = await bringPart(route, lang);
      return { state: 'page', page, place: { params, visit, path }, path, section };
    }
    const missing = await bringPart(notFound, lang);
    return { state: 'page', page: missing, place: { params: {}, visit }, path, section: sectionOf('/') };
  } catch {
    return { state: 'unreachable', path, offline: !(await siteAnswers()) };
  }
}

/** The page of the reader's path; `first` is the one that the site was opened with. */
export function usePage(path: string, first: Shown): Shown {
  const { lang } = useLang();
  const [shown, setShown] = useState(first);
  const visit = useRef(-1);
  useEffect(() => {
    visit.current += 1;
    if (visit.current === 0) return undefined;
    let wanted = true;
    const show = async () => {
      const [next] = await Promise.all([bringPage(path, lang, visit.current), painted()]);
      if (!wanted) return;
      setShown(next);
      scrollTo(0, 0);
    };
    void show();
    return () => {
      wanted = false;
    };
    // A switch of language brings its sentences itself (LangProvider) and keeps the page as it is.
  }, [path]);
  return shown;
}
