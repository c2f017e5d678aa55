/** The public pages that are written as documents, so that anyone can read them without a script and search engines list them. */
export const readablePages = [
  '/',
  '/postings',
  '/postings/:postingId',
  '/how',
  '/companies',
  '/certificates',
  '/certificates/:code',
  '/rounds/:roundId',
  '/statistics',
  '/privacy',
  '/accessibility',
  '/api',
] as const;

/** What the server of the site writes beside them. */
export const listings = ['/sitemap.xml', '/robots.txt'] as const;
