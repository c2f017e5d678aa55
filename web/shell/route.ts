import type { ComponentType } from 'preact';
import type { WordSource } from '../i18n/sources.ts';
import type { Role } from '../session/use-session.tsx';

export type Page = ComponentType;

/** Something that is brought when it is shown: the module whose default export it is. */
export interface LazyPart {
  load: () => Promise<{ default: Page }>;
  /** The sentences that it can ask for; the build puts them here. */
  words?: WordSource;
}

/** One page: its path with `:params`. */
export interface PageRoute extends LazyPart {
  path: `/${string}`;
}

/** A part of the site: everything below `prefix`. `routes` is itself brought only when it is needed. */
export interface Section {
  prefix: string;
  /** Who may see it; absent: everyone. */
  role?: Role;
  routes: () => Promise<{ default: readonly PageRoute[] }>;
  /** Those of them that need not be waited for. */
  first?: readonly PageRoute[];
}

/** The parameters when `path` has the form of `pattern`, else undefined. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!step.startsWith(':')) {
      if (step !== value) return undefined;
      continue;
    }
    try {
      params[step.slice(1)] = decodeURIComponent(value);
    } catch {
      return undefined; // a broken escape names no page
    }
  }
  return params;
}
