import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { compress } from 'hono/compress';
import { Hono } from 'hono';
import * as z from 'zod';
import { SiteConfig } from './pages/config.ts';
import { createSite } from './pages/site.ts';

/** The pages where no distribution serves them; they lie beside the bundle. */
const { SITE_CONFIG, OTHER_ORIGINS } = z
  .object({ SITE_CONFIG: z.string(), OTHER_ORIGINS: z.string() })
  .parse(process.env);
const site = createSite({
  root: join(import.meta.dirname, 'web'),
  config: SiteConfig.parse(JSON.parse(SITE_CONFIG)),
  otherOrigins: OTHER_ORIGINS.split(' '),
});

export const handler = handle(new Hono().use(compress()).route('/', site));
