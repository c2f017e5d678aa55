import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [
  { path: '/company', load: () => import('./today.tsx'), areas: ['interview'] },
  { path: '/company/profile', load: () => import('./profile.tsx') },
  { path: '/company/team', load: () => import('./team.tsx') },
  { path: '/company/postings', load: () => import('./postings.tsx') },
  { path: '/company/postings/new', load: () => import('./new-posting.tsx') },
  { path: '/company/postings/seats', load: () => import('./seats.tsx'), areas: ['posting'] },
  {
    path: '/company/postings/:postingId',
    load: () => import('./posting.tsx'),
    areas: ['interview'],
  },
  {
    path: '/company/postings/:postingId/interviews',
    load: () => import('./interviews.tsx'),
    areas: ['interview', 'interviews'],
  },
  { path: '/company/postings/:postingId/edit/:section', load: () => import('./edit-posting.tsx') },
  {
    path: '/company/postings/:postingId/preview',
    load: () => import('./preview.tsx'),
    areas: ['posting'],
  },
  { path: '/company/postings/:postingId/applicants', load: () => import('./applicants.tsx') },
  { path: '/company/postings/:postingId/compare', load: () => import('./compare.tsx') },
  {
    path: '/company/postings/:postingId/rank-list',
    load: () => import('./rank-list.tsx'),
    areas: ['supplementary'],
  },
  { path: '/company/postings/:postingId/applicants/:applicationId', load: () => import('./applicant.tsx') },
  {
    path: '/company/postings/:postingId/outcomes',
    load: () => import('./outcomes.tsx'),
    areas: ['desk'],
  },
  { path: '/company/webhooks', load: () => import('./webhooks.tsx'), areas: ['partners'] },
  { path: '/company/interns', load: () => import('./interns.tsx'), areas: ['internship'] },
  { path: '/company/interns/:placementId', load: () => import('./intern.tsx'), areas: ['internship'] },
  {
    path: '/company/interns/:placementId/evaluations/:evaluationId',
    load: () => import('./evaluation.tsx'),
    areas: ['internship'],
  },
  { path: '/company/notices', load: () => import('./notices.tsx'), areas: ['notices'] },
  {
    path: '/company/notices/settings',
    load: () => import('./notice-settings.tsx'),
    areas: ['notices'],
  },
  { path: '/company/results', load: () => import('./results.tsx'), areas: ['offer', 'supplementary'] },
  { path: '/company/figures', load: () => import('./figures.tsx'), areas: ['statistics'] },
];
export default routes;
