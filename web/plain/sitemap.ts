import { languages, localeOf } from '../i18n/lang.ts';
import { escaped } from './document.ts';
import { fixedPages } from './readable.ts';
import type { Ask } from './render.tsx';

/** So many postings are asked for at a time, and so many times at most: a site map holds 50,000 addresses. */
const limit = 100;
const turns = 100;

const idsIn = (items: unknown): string[] =>
  (Array.isArray(items) ? items : []).flatMap((item: { posting?: { id?: unknown } }) =>
    typeof item.posting?.id === 'string' ? [item.posting.id] : [],
  );

/** Every posting that is published now. */
const postings = async (ask: Ask): Promise<string[]> => {
  const ids: string[] = [];
  let next = '';
  for (let turn = 0; turn < turns; turn += 1) {
    const { status, body } = await ask(`/v1/postings?limit=${limit}${next}`);
    if (status !== 200 || typeof body !== 'object' || body === null) return ids;
    ids.push(...idsIn(Reflect.get(body, 'items')));
    const cursor: unknown = Reflect.get(body, 'next');
    if (typeof cursor !== 'string') return ids;
    next = `&cursor=${encodeURIComponent(cursor)}`;
  }
  return ids;
};

/** The addresses of all readable pages in both languages. */
export const siteMap = async (origin: string, ask: Ask): Promise<string> => {
  const paths = [...fixedPages, ...(await postings(ask)).map((id) => `/postings/${id}`)];
  const entry = (path: string): string => {
    const at = (lang: string): string => escaped(`${origin}${path}?lang=${lang}`);
    const others = languages
      .map((lang) => `<xhtml:link rel="alternate" hreflang="${localeOf[lang]}" href="${at(lang)}"/>`)
      .join('');
    return languages.map((lang) => `<url><loc>${at(lang)}</loc>${others}</url>`).join('\n');
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${paths.map(entry).join('\n')}
</urlset>
`;
};
