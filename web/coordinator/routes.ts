import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [
  { path: '/coordinator/cycle', load: () => import('./cycle.tsx') },
  { path: '/coordinator', load: () => import('./today.tsx') },
  { path: '/coordinator/releases', load: () => import('./releases.tsx') },
  { path: '/coordinator/companies', load: () => import('./companies.tsx') },
  { path: '/coordinator/companies/:companyId', load: () => import('./company.tsx') },
  { path: '/coordinator/postings', load: () => import('./postings.tsx') },
  {
    path: '/coordinator/postings/:postingId',
    load: () => import('./posting.tsx'),
  },
  { path: '/coordinator/students', load: () => import('./students.tsx') },
  { path: '/coordinator/students/:studentId', load: () => import('./student.tsx') },
  { path: '/coordinator/import', load: () => import('./imports.tsx') },
  { path: '/coordinator/import/:importId', load: () => import('./import.tsx') },
  { path: '/coordinator/weights', load: () => import('./weights.tsx') },
  { path: '/coordinator/rounds', load: () => import('./rounds.tsx') },
  { path: '/coordinator/rounds/next', load: () => import('./next-round.tsx') },
  {
    path: '/coordinator/rounds/:roundId',
    load: () => import('./round.tsx'),
  },
  {
    path: '/coordinator/rounds/:roundId/windows',
    load: () => import('./round-windows.tsx'),
  },
  { path: '/coordinator/certificates', load: () => import('./certificates.tsx') },
  { path: '/coordinator/partners', load: () => import('./partners.tsx') },
  { path: '/coordinator/statistics', load: () => import('./statistics.tsx') },
  { path: '/coordinator/rights', load: () => import('./rights.tsx') },
  { path: '/coordinator/audit', load: () => import('./audit.tsx') },
  {
    path: '/coordinator/announcements',
    load: () => import('./announcements.tsx'),
  },
  { path: '/coordinator/extensions', load: () => import('./extensions.tsx') },
  {
    path: '/coordinator/postings/:postingId/outcomes',
    load: () => import('./outcomes.tsx'),
  },
  {
    path: '/coordinator/students/:studentId/support',
    load: () => import('./support-student.tsx'),
  },
  {
    path: '/coordinator/companies/:companyId/support',
    load: () => import('./support-company.tsx'),
  },
  { path: '/coordinator/jobs', load: () => import('./jobs.tsx') },
  { path: '/coordinator/placements', load: () => import('./placements.tsx') },
  {
    path: '/coordinator/placements/settings',
    load: () => import('./internship-settings.tsx'),
  },
  {
    path: '/coordinator/placements/:placementId',
    load: () => import('./placement.tsx'),
  },
  {
    path: '/coordinator/placements/:placementId/evaluations/:evaluationId',
    load: () => import('./evaluation.tsx'),
  },
  { path: '/coordinator/data', load: () => import('./data.tsx') },
];
export default routes;
