import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type HonoRequest } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { SiteConfig } from './config.ts';
import {
  type Content,
  type Documents,
  documentsIn,
  namesSomebody,
  preferredIn,
  robots,
} from './documents.ts';
import { openOnce } from '../open-once.ts';
import { contentSecurity, scriptsIn } from './security.ts';

const year = 365 * 24 * 3600;

/** For how long those between here and the reader may keep a document, in seconds. */
const fresh = 30;

const documentFor = async (
  request: HonoRequest,
  { chooseLang, plainPage }: Documents,
  content: Content,
): ReturnType<Documents['plainPage']> => {
  const { pathname, search } = new URL(request.url);
  const lang = chooseLang(null, preferredIn(request.header('accept-language')), request.query('lang'));
  return plainPage({ ...content, url: pathname + search, lang });
};

/** The static frontend: hashed assets cache for ever, every other path is the application's to route. */
export const createSite = (options: {
  root: string;
  config: SiteConfig;
  /** Where the pages talk to when somebody signs in or gets a large file; the issuer's own origin unless told. */
  otherOrigins?: readonly string[];
  /** What the public pages are written from as documents; without it they need a script, as all others do. */
  content?: Content;
  onError?: (error: unknown) => void;
}): Hono => {
  const { root, config, otherOrigins = [new URL(config.issuer).origin], content, onError } = options;
  const site = new Hono();
  site.use(compress());
  const index = join(root, 'index.html');
  const scripts = existsSync(index) ? scriptsIn(readFileSync(index, 'utf8')) : [];
  site.use(secureHeaders({ contentSecurityPolicy: contentSecurity({ scripts, otherOrigins }) }));
  site.get('/config.json', (c) => c.json(config, 200, { 'cache-control': 'no-store' }));
  site.get(
    '/assets/*',
    serveStatic({
      root,
      onFound: (_path, c) => c.header('cache-control', `public, max-age=${year}, immutable`),
    }),
  );
  site.get('/assets/*', (c) => c.text('There is no such file.\n', 404));
  // Asked for anew each time, or an old one would go on.
  site.get(
    '/sw.js',
    serveStatic({ root, path: 'sw.js', onFound: (_path, c) => c.header('cache-control', 'no-cache') }),
  );
  if (content !== undefined) {
    const documents = openOnce(() => documentsIn(root));
    site.get('/robots.txt', (c) => c.text(robots(content.origin)));
    site.get('/sitemap.xml', async (c) =>
      c.body(await (await documents()).siteMap(content.origin, content.ask), 200, {
        'content-type': 'application/xml',
      }),
    );
    site.get('*', async (c, next) => {
      // Whatever is wrong with a document, the page itself still comes.
      const page = await documentFor(c.req, await documents(), content).catch(onError);
      if (page === undefined) return next();
      const isPersonal = namesSomebody(c.req.path);
      return c.html(page.html, page.status, {
        'cache-control': isPersonal ? 'no-store' : `public, max-age=0, s-maxage=${fresh}`,
        ...(isPersonal && { 'x-robots-tag': 'noindex' }),
        vary: 'Accept-Language',
      });
    });
  }
  site.get(
    '*',
    serveStatic({ root, path: 'index.html', onFound: (_path, c) => c.header('cache-control', 'no-cache') }),
  );
  return site;
};
