import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [
  { path: '/company', load: () => import('./today.tsx') },
  { path: '/company/profile', load: () => import('./profile.tsx') },
  { path: '/company/team', load: () => import('./team.tsx') },
  { path: '/company/postings', load: () => import('./postings.tsx') },
  { path: '/company/postings/new', load: () => import('./new-posting.tsx') },
  { path: '/company/postings/seats', load: () => import('./seats.tsx') },
  {
    path: '/company/postings/:postingId',
    load: () => import('./posting.tsx'),
  },
  {
    path: '/company/postings/:postingId/interviews',
    load: () => import('./interviews.tsx'),
  },
  { path: '/company/postings/:postingId/edit/:section', load: () => import('./edit-posting.tsx') },
  {
    path: '/company/postings/:postingId/preview',
    load: () => import('./preview.tsx'),
  },
  { path: '/company/postings/:postingId/applicants', load: () => import('./applicants.tsx') },
  { path: '/company/postings/:postingId/compare', load: () => import('./compare.tsx') },
  {
    path: '/company/postings/:postingId/rank-list',
    load: () => import('./rank-list.tsx'),
  },
  { path: '/company/postings/:postingId/applicants/:applicationId', load: () => import('./applicant.tsx') },
  {
    path: '/company/postings/:postingId/outcomes',
    load: () => import('./outcomes.tsx'),
  },
  { path: '/company/webhooks', load: () => import('./webhooks.tsx') },
  { path: '/company/interns', load: () => import('./interns.tsx') },
  { path: '/company/interns/:placementId', load: () => import('./intern.tsx') },
  {
    path: '/company/interns/:placementId/evaluations/:evaluationId',
    load: () => import('./evaluation.tsx'),
  },
  { path: '/company/notices', load: () => import('./notices.tsx') },
  {
    path: '/company/notices/settings',
    load: () => import('./notice-settings.tsx'),
  },
  { path: '/company/results', load: () => import('./results.tsx') },
  { path: '/company/figures', load: () => import('./figures.tsx') },
  { path: '/company/data', load: () => import('./data.tsx') },
];
export default routes;
