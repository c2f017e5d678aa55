import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { SiteConfig } from './config.ts';
import { contentSecurity } from './security.ts';

const year = 365 * 24 * 3600;

/** The static frontend: hashed assets cache for ever, every other path is the application's to route. */
export const createSite = (options: {
  root: string;
  config: SiteConfig;
  /** Where the pages talk to when somebody signs in or gets a large file; the issuer's own origin unless told. */
  otherOrigins?: readonly string[];
}): Hono => {
  const { root, config, otherOrigins = [new URL(config.issuer).origin] } = options;
  const site = new Hono();
  site.use(secureHeaders({ contentSecurityPolicy: contentSecurity(otherOrigins) }));
  site.get('/config.json', (c) => c.json(config, 200, { 'cache-control': 'no-store' }));
  site.get(
    '/assets/*',
    serveStatic({
      root,
      onFound: (_path, c) => c.header('cache-control', `public, max-age=${year}, immutable`),
    }),
  );
  site.get('/assets/*', (c) => c.text('There is no such file.\n', 404));
  site.get('/favicon.svg', serveStatic({ root }));
  site.get(
    '*',
    serveStatic({ root, path: 'index.html', onFound: (_path, c) => c.header('cache-control', 'no-cache') }),
  );
  return site;
};
