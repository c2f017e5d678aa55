import type { PageRoute } from '../shell/route.ts';
import { firstRoutes } from './first-routes.ts';

const routes: readonly PageRoute[] = [
  ...firstRoutes,
  { path: '/rounds/:roundId', load: () => import('./round.tsx'), areas: ['match'] },
  { path: '/companies', load: () => import('./companies.tsx'), areas: ['match', 'companyFigures'] },
  { path: '/certificates', load: () => import('./certificates.tsx'), areas: ['certificate'] },
  { path: '/certificates/:code', load: () => import('./certificate.tsx'), areas: ['certificate'] },
  { path: '/statistics', load: () => import('./statistics.tsx'), areas: ['outcomes'] },
  { path: '/api', load: () => import('./api.tsx'), areas: ['policy', 'partners'] },
  { path: '/api/webhooks', load: () => import('./verify-webhook.tsx'), areas: ['partners'] },
  { path: '/join/:code', load: () => import('./join.tsx'), areas: ['referral'] },
  { path: '/privacy', load: () => import('./privacy.tsx'), areas: ['policy'] },
  { path: '/accessibility', load: () => import('./accessibility.tsx'), areas: ['policy'] },
  { path: '/mailbox', load: () => import('./mailbox.tsx'), areas: ['policy'] },
  { path: '/unsubscribe/:token', load: () => import('./unsubscribe.tsx'), areas: ['notices'] },
  { path: '/signin/again', load: () => import('./sign-in-again.tsx') },
  { path: '/signin/callback', load: () => import('./sign-in-callback.tsx') },
  { path: '/components', load: () => import('./components.tsx'), areas: ['catalogue'] },
];
export default routes;
