import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [
  { path: '/student', load: () => import('./today.tsx') },
  { path: '/student/profile', load: () => import('./profile.tsx') },
  { path: '/student/data', load: () => import('./data.tsx') },
  {
    path: '/student/profile/:part',
    load: () => import('./profile-part.tsx'),
  },
  { path: '/student/referral', load: () => import('./referral.tsx') },
  { path: '/student/for-you', load: () => import('./for-you.tsx') },
  {
    path: '/student/saved-postings',
    load: () => import('./saved-postings.tsx'),
  },
  { path: '/student/saved', load: () => import('./saved.tsx') },
  { path: '/student/applications', load: () => import('./applications.tsx') },
  {
    path: '/student/applications/:applicationId',
    load: () => import('./application.tsx'),
  },
  {
    path: '/student/applications/:applicationId/interview',
    load: () => import('./interview.tsx'),
  },
  {
    path: '/student/rank-list',
    load: () => import('./rank-list.tsx'),
  },
  { path: '/student/rank-list/certify', load: () => import('./rank-list-certify.tsx') },
  { path: '/student/placement', load: () => import('./placement.tsx') },
  {
    path: '/student/evaluations/:evaluationId',
    load: () => import('./evaluation.tsx'),
  },
  { path: '/student/notices', load: () => import('./notices.tsx') },
  {
    path: '/student/notices/settings',
    load: () => import('./notice-settings.tsx'),
  },
  { path: '/student/result', load: () => import('./result.tsx') },
  { path: '/student/offers/:offerId/decline', load: () => import('./decline.tsx') },
  {
    path: '/student/open-seats',
    load: () => import('./open-seats.tsx'),
  },
  { path: '/student/certificate', load: () => import('./certificate.tsx') },
  { path: '/student/follow-up', load: () => import('./follow-up.tsx') },
];
export default routes;
