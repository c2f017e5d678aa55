import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import * as z from 'zod';
import { SiteConfig } from './pages/config.ts';
import { createSite } from './pages/site.ts';
import { log, watched } from './watch/watched.ts';

/** The public pages as documents, and all pages where no distribution serves them; they lie beside the bundle. */
const { SITE_CONFIG, SITE_URL, OTHER_ORIGINS } = z
  .object({ SITE_CONFIG: z.string(), SITE_URL: z.url(), OTHER_ORIGINS: z.string() })
  .parse(process.env);

const ask = async (url: string) => {
  const response = await fetch(SITE_URL + url, { headers: { accept: 'application/json' } });
  return { status: response.status, body: await response.json() };
};

const site = createSite({
  root: join(import.meta.dirname, 'web'),
  config: SiteConfig.parse(JSON.parse(SITE_CONFIG)),
  otherOrigins: OTHER_ORIGINS.split(' '),
  content: { origin: SITE_URL, ask },
  onError: (error) =>
    log({
      level: 'error',
      event: 'document_error',
      error: (error instanceof Error && error.stack) || String(error),
    }),
});

export const handler = watched(handle(site));
