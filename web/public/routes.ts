import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [
  { path: '/', load: () => import('./home.tsx') },
  { path: '/postings', load: () => import('./postings.tsx'), areas: ['posting'] },
  { path: '/postings/:postingId', load: () => import('./posting.tsx'), areas: ['posting'] },
  { path: '/signin/callback', load: () => import('./sign-in-callback.tsx') },
  { path: '/components', load: () => import('./components.tsx'), areas: ['catalogue'] },
];
export default routes;
