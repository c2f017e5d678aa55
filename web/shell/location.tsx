import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';

interface Location {
  /** Path and query as the address bar shows them. */
  url: string;
  /** The path without a slash at its end. */
  path: string;
  /** Goes to a page of the site. */
  route: (url: string, replace?: boolean) => void;
}

const here = (): string => location.pathname + location.search;

/** Stands for any origin: of an address only path and query matter. */
export const site = 'http://site';

/** Without a slash at its end. */
export const pathOf = (url: string): string => new URL(url, site).pathname.replace(/\/+$/, '') || '/';

const LocationContext = createContext<Location>({ url: '/', path: '/', route: () => undefined });

/** The link of this site that a click should open here; undefined where the browser does what was asked. */
function linkOf(event: MouseEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0)
    return undefined;
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (link?.origin !== location.origin || !/^(_self)?$/i.test(link.target)) return undefined;
  if (link.hasAttribute('download') || link.getAttribute('href')?.startsWith('#') !== false) return undefined;
  return link.href.slice(link.origin.length);
}

/** Knows where the reader is, and opens the site's own links without leaving the document. */
export function LocationProvider(props: { at?: string; children: ComponentChildren }) {
  const [url, set] = useState(props.at ?? here);
  const route = (to: string, replace = false): void => {
    history[replace ? 'replaceState' : 'pushState'](null, '', to);
    set(here());
  };
  useLayoutEffect(() => {
    const click = (event: MouseEvent) => {
      const to = linkOf(event);
      if (to === undefined) return;
      event.preventDefault();
      route(to);
    };
    const back = () => set(here());
    addEventListener('click', click);
    addEventListener('popstate', back);
    return () => {
      removeEventListener('click', click);
      removeEventListener('popstate', back);
    };
  }, []);
  const value = useMemo<Location>(() => ({ url, path: pathOf(url), route }), [url]);
  return <LocationContext.Provider value={value}>{props.children}</LocationContext.Provider>;
}

export const useLocation = (): Location => useContext(LocationContext);
