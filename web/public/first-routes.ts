import type { PageRoute } from '../shell/route.ts';

/** Where most readers arrive: known at once, while the other pages of everyone are brought when they are asked for. */
export const firstRoutes: readonly PageRoute[] = [
  { path: '/', load: () => import('./home.tsx') },
  { path: '/postings', load: () => import('./postings.tsx') },
  { path: '/postings/:postingId', load: () => import('./posting.tsx') },
  { path: '/how', load: () => import('./how.tsx') },
];
