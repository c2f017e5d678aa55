import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Asked {
  status: number;
  body: unknown;
}

/** Where the documents get their content from. */
export interface Content {
  /** The site's own address, for links that others follow. */
  origin: string;
  /** Asks the API as nobody in particular. */
  ask: (url: string) => Promise<Asked>;
}

/** What `web/plain/plain.ts` is built into: the public pages as documents that can be read without a script. */
export interface Documents {
  chooseLang: (stored: string | null, preferred: readonly string[], inAddress?: string | null) => 'zh' | 'en';
  /** 404: what the page would be about is not there, and the document says so. */
  plainPage: (
    asked: Content & { url: string; lang: 'zh' | 'en' },
  ) => Promise<{ status: 200 | 404; html: string } | undefined>;
  siteMap: (origin: string, ask: Content['ask']) => Promise<string>;
}

/** Those of a built site. */
export const documentsIn = async (root: string): Promise<Documents> =>
  (await import(pathToFileURL(join(root, 'plain/plain.mjs')).href)) as Documents; // oxlint-disable-line -- the build wrote it from the module that has these

/** The languages of `Accept-Language`, the best one first. */
export const preferredIn = (header = ''): string[] =>
  header
    .split(',')
    .map((one) => {
      const [tag = '', quality = ''] = one.trim().split(/\s*;\s*q=/);
      return { tag, weight: quality === '' ? 1 : Number(quality) };
    })
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);

const ofPeople = [
  '/student',
  '/company/',
  '/company$',
  '/coordinator',
  '/referrer',
  '/signin',
  '/unsubscribe',
];

/** A page that names somebody is for whoever has its address: not to be kept on the way, nor to be found. */
export const namesSomebody = (path: string): boolean => path.startsWith('/certificates/');

/** What may be listed: what anyone may read. */
export const robots = (origin: string): string =>
  [
    'User-agent: *',
    ...ofPeople.map((path) => `Disallow: ${path}`),
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
