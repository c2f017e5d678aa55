import type { PageRoute } from '../shell/route.ts';
import { firstRoutes } from './first-routes.ts';

const routes: readonly PageRoute[] = [
  ...firstRoutes,
  { path: '/rounds/:roundId', load: () => import('./round.tsx') },
  { path: '/companies', load: () => import('./companies.tsx') },
  { path: '/certificates', load: () => import('./certificates.tsx') },
  { path: '/certificates/:code', load: () => import('./certificate.tsx') },
  { path: '/statistics', load: () => import('./statistics.tsx') },
  { path: '/api', load: () => import('./api.tsx') },
  { path: '/api/webhooks', load: () => import('./verify-webhook.tsx') },
  { path: '/join/:code', load: () => import('./join.tsx') },
  { path: '/privacy', load: () => import('./privacy.tsx') },
  { path: '/accessibility', load: () => import('./accessibility.tsx') },
  { path: '/mailbox', load: () => import('./mailbox.tsx') },
  { path: '/unsubscribe/:token', load: () => import('./unsubscribe.tsx') },
  { path: '/signin/again', load: () => import('./sign-in-again.tsx') },
  { path: '/signin/callback', load: () => import('./sign-in-callback.tsx') },
  { path: '/components', load: () => import('./components.tsx') },
];
export default routes;
