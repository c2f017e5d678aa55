import { firstRoutes } from './public/first-routes.ts';
import type { Section } from './shell/route.ts';

/** The whole site. The first section whose prefix begins the path has the page. */
export const sections = [
  { prefix: '/student', role: 'student', routes: () => import('./student/routes.ts') },
  { prefix: '/company', role: 'company', routes: () => import('./company/routes.ts') },
  {
    prefix: '/coordinator',
    role: 'coordinator',
    routes: () => import('./coordinator/routes.ts'),
  },
  { prefix: '/referrer', role: 'referrer', routes: () => import('./referrer/routes.ts') },
  { prefix: '', first: firstRoutes, routes: () => import('./public/routes.ts') },
] as const satisfies readonly Section[];

export const sectionOf = (path: string): Section =>
  sections.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`)) ?? sections[4];
