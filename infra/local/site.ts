import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** What the web has to know before it can talk to anything. */
export interface SiteConfig {
  issuer: string;
  clientId: string;
  audience: string;
}

const year = 365 * 24 * 3600;

/** The static frontend: hashed assets cache for ever, every other path is the application's to route. */
export const createSite = (options: { root: string; config: SiteConfig }): Hono => {
  const site = new Hono();
  site.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", new URL(options.config.issuer).origin],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  );
  site.get('/config.json', (c) => c.json(options.config, 200, { 'cache-control': 'no-store' }));
  site.get(
    '/assets/*',
    serveStatic({
      root: options.root,
      onFound: (_path, c) => c.header('cache-control', `public, max-age=${year}, immutable`),
    }),
  );
  site.get('/favicon.svg', serveStatic({ root: options.root }));
  site.get(
    '*',
    serveStatic({
      root: options.root,
      path: 'index.html',
      onFound: (_path, c) => c.header('cache-control', 'no-cache'),
    }),
  );
  return site;
};
