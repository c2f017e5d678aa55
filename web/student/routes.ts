import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [
  { path: '/student', load: () => import('./today.tsx'), areas: ['parts', 'interview', 'supplementary'] },
  { path: '/student/profile', load: () => import('./profile.tsx'), areas: ['parts', 'profile'] },
  {
    path: '/student/profile/:part',
    load: () => import('./profile-part.tsx'),
    areas: ['parts', 'profile', 'referral'],
  },
  { path: '/student/referral', load: () => import('./referral.tsx'), areas: ['referral'] },
  { path: '/student/for-you', load: () => import('./for-you.tsx'), areas: ['posting', 'parts'] },
  {
    path: '/student/saved-postings',
    load: () => import('./saved-postings.tsx'),
    areas: ['posting', 'saved'],
  },
  { path: '/student/saved', load: () => import('./saved.tsx'), areas: ['posting', 'saved'] },
  { path: '/student/applications', load: () => import('./applications.tsx') },
  {
    path: '/student/applications/:applicationId',
    load: () => import('./application.tsx'),
    areas: ['posting', 'interview'],
  },
  {
    path: '/student/applications/:applicationId/interview',
    load: () => import('./interview.tsx'),
    areas: ['interview'],
  },
  {
    path: '/student/rank-list',
    load: () => import('./rank-list.tsx'),
    areas: ['posting', 'supplementary'],
  },
  { path: '/student/rank-list/certify', load: () => import('./rank-list-certify.tsx') },
  { path: '/student/placement', load: () => import('./placement.tsx'), areas: ['internship'] },
  {
    path: '/student/evaluations/:evaluationId',
    load: () => import('./evaluation.tsx'),
    areas: ['internship'],
  },
  { path: '/student/notices', load: () => import('./notices.tsx'), areas: ['notices'] },
  {
    path: '/student/notices/settings',
    load: () => import('./notice-settings.tsx'),
    areas: ['notices'],
  },
  { path: '/student/result', load: () => import('./result.tsx'), areas: ['offer', 'supplementary'] },
  { path: '/student/offers/:offerId/decline', load: () => import('./decline.tsx'), areas: ['offer'] },
  {
    path: '/student/open-seats',
    load: () => import('./open-seats.tsx'),
    areas: ['posting', 'supplementary'],
  },
  { path: '/student/certificate', load: () => import('./certificate.tsx'), areas: ['certificate'] },
  { path: '/student/follow-up', load: () => import('./follow-up.tsx'), areas: ['outcomes'] },
];
export default routes;
