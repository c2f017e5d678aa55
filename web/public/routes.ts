import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [
  { path: '/', load: () => import('./home.tsx') },
  { path: '/signin/callback', load: () => import('./sign-in-callback.tsx') },
  { path: '/components', load: () => import('./components.tsx'), areas: ['catalogue'] },
];
export default routes;
