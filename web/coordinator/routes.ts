import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [
  { path: '/coordinator/cycle', load: () => import('./cycle.tsx'), areas: ['interview'] },
  { path: '/coordinator', load: () => import('./today.tsx'), areas: ['offer'] },
  { path: '/coordinator/releases', load: () => import('./releases.tsx'), areas: ['offer'] },
  { path: '/coordinator/companies', load: () => import('./companies.tsx'), areas: ['company'] },
  { path: '/coordinator/companies/:companyId', load: () => import('./company.tsx'), areas: ['company'] },
  { path: '/coordinator/postings', load: () => import('./postings.tsx') },
  {
    path: '/coordinator/postings/:postingId',
    load: () => import('./posting.tsx'),
    areas: ['company', 'posting'],
  },
  { path: '/coordinator/students', load: () => import('./students.tsx') },
  { path: '/coordinator/students/:studentId', load: () => import('./student.tsx'), areas: ['company'] },
  { path: '/coordinator/import', load: () => import('./imports.tsx') },
  { path: '/coordinator/import/:importId', load: () => import('./import.tsx') },
  { path: '/coordinator/weights', load: () => import('./weights.tsx') },
  { path: '/coordinator/rounds', load: () => import('./rounds.tsx'), areas: ['supplementary'] },
  { path: '/coordinator/rounds/next', load: () => import('./next-round.tsx'), areas: ['supplementary'] },
  {
    path: '/coordinator/rounds/:roundId',
    load: () => import('./round.tsx'),
    areas: ['offer', 'supplementary'],
  },
  {
    path: '/coordinator/rounds/:roundId/windows',
    load: () => import('./round-windows.tsx'),
    areas: ['supplementary'],
  },
  { path: '/coordinator/certificates', load: () => import('./certificates.tsx'), areas: ['certificate'] },
  { path: '/coordinator/partners', load: () => import('./partners.tsx'), areas: ['partners'] },
  { path: '/coordinator/statistics', load: () => import('./statistics.tsx'), areas: ['statistics'] },
  { path: '/coordinator/audit', load: () => import('./audit.tsx'), areas: ['desk'] },
  {
    path: '/coordinator/announcements',
    load: () => import('./announcements.tsx'),
    areas: ['desk'],
  },
  { path: '/coordinator/extensions', load: () => import('./extensions.tsx'), areas: ['desk'] },
  {
    path: '/coordinator/postings/:postingId/outcomes',
    load: () => import('./outcomes.tsx'),
    areas: ['company', 'desk'],
  },
  {
    path: '/coordinator/students/:studentId/support',
    load: () => import('./support-student.tsx'),
    areas: ['desk', 'notices', 'company'],
  },
  {
    path: '/coordinator/companies/:companyId/support',
    load: () => import('./support-company.tsx'),
    areas: ['desk', 'notices', 'company'],
  },
  { path: '/coordinator/jobs', load: () => import('./jobs.tsx') },
  { path: '/coordinator/placements', load: () => import('./placements.tsx'), areas: ['internship'] },
  {
    path: '/coordinator/placements/settings',
    load: () => import('./internship-settings.tsx'),
    areas: ['internship'],
  },
  {
    path: '/coordinator/placements/:placementId',
    load: () => import('./placement.tsx'),
    areas: ['internship'],
  },
  {
    path: '/coordinator/placements/:placementId/evaluations/:evaluationId',
    load: () => import('./evaluation.tsx'),
    areas: ['internship'],
  },
];
export default routes;
