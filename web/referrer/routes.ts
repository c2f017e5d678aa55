import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [
  { path: '/referrer', load: () => import('./today.tsx') },
  { path: '/referrer/invitations', load: () => import('./invitations.tsx') },
  { path: '/referrer/students', load: () => import('./students.tsx') },
  { path: '/referrer/figures', load: () => import('./figures.tsx') },
  { path: '/referrer/data', load: () => import('./data.tsx') },
];
export default routes;
