import { useContext, useRef } from 'preact/hooks';
import { pathOf, site, useLocation } from './location.tsx';
import { PlaceContext } from './place-context.ts';

/** A `:name` of the route's path. */
export function useParam(name: string): string {
  const value = useContext(PlaceContext).params[name];
  if (value === undefined) throw new Error(`The route of this page has no :${name}.`);
  return value;
}

export type QueryValues = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Query {
  one: (name: string) => string | undefined;
  all: (name: string) => string[];
  /** The same address with other values; undefined or '' takes one away. `cursor` goes unless it is set. */
  href: (change: QueryValues) => string;
  /** Goes there, in the place of this one in the history unless `push`. */
  set: (change: QueryValues, push?: boolean) => void;
}

const changed = (from: URL, change: QueryValues): string => {
  const search = new URLSearchParams(from.search);
  for (const [name, value] of Object.entries({ cursor: undefined, ...change })) {
    search.delete(name);
    for (const one of typeof value === 'string' ? [value] : (value ?? []))
      if (one !== '') search.append(name, one);
  }
  const text = search.toString();
  return from.pathname + (text === '' ? '' : `?${text}`);
};

/** The address's query as the page's state: filters, search words, cursor. */
export function useQuery(): Query {
  const { url, route } = useLocation();
  const { path } = useContext(PlaceContext);
  // The page stays until the next one is here, and what that one's address says is not about this one.
  const own = useRef(url);
  if (path === undefined || pathOf(url) === path) own.current = url;
  const here = new URL(own.current, site);
  return {
    one: (name) => here.searchParams.get(name) ?? undefined,
    all: (name) => here.searchParams.getAll(name),
    href: (change) => changed(here, change),
    set: (change, push = false) => {
      // Another value may have been set since this was drawn.
      const now = new URL(location.href);
      route(changed(now.pathname === here.pathname ? now : here, change), !push);
    },
  };
}
