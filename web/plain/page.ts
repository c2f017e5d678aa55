import type { Result } from '../api/types.ts';
import type { Lang } from '../i18n/lang.ts';
import { languages, localeOf } from '../i18n/lang.ts';
import { wordsOf } from '../i18n/dictionary.ts';
import { find } from '../i18n/words.ts';
import { match } from '../shell/route.ts';
import { dataBlock, documentHtml, escaped, type Links } from './document.ts';
import { jobPosting } from './job-posting.ts';
import { isReadable } from './readable.ts';
import { skeleton } from './skeleton.ts';
import { type Ask, renderPage } from './render.tsx';

/** What the build tells: the files of every page, and those of each by its path. */
interface Built extends Links {
  parts: readonly (readonly [path: string, ...files: string[]])[];
}
const built: Built = JSON.parse(BUILT);

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    // Last, or what somebody wrote as `&lt;` would be read as `<`.
    .replaceAll('&amp;', '&')
    .trim();
const firstOf = (pattern: RegExp, html: string): string => textOf(pattern.exec(html)?.[1] ?? '');

/** The posting of the page, when it is one's. */
const postingIn = (path: string, answers: ReadonlyMap<string, unknown>) => {
  const id = match('/postings/:id', path)?.['id'];
  // The server checked the answer against the schema whose type this is.
  return answers.get(`/v1/postings/${id}`) as Result<'getPosting'> | undefined; // oxlint-disable-line
};

const most = 300;

/** No page has this path, so that it shows the words for that. */
const noPage = '/404';

/** A document of the site and its status. */
export interface PlainPage {
  status: 200 | 404;
  html: string;
}

/** A public page as a whole document, readable without a script; undefined where it cannot be one. */
export const plainPage = async (asked: {
  /** Path and query. */
  url: string;
  lang: Lang;
  /** The site's own, for links that others follow. */
  origin: string;
  ask: Ask;
}): Promise<PlainPage | undefined> => {
  const { url, lang, origin, ask } = asked;
  const { pathname, searchParams } = new URL(url, origin);
  const path = pathname.replace(/\/+$/, '') || '/';
  if (!isReadable(path)) return undefined;
  const found = await renderPage(url, lang, ask);
  const page = found ?? (await renderPage(noPage, lang, ask));
  if (page === undefined) return undefined;
  // A strict Content-Security-Policy takes no style from an attribute; the script puts these in their places.
  const body = page.html.replaceAll(/ style="[^"]*"/g, '');
  const { answers } = page;
  const main = body.slice(body.indexOf('<main'));
  const product = find(wordsOf(lang, 'shared'), 'product', localeOf[lang]) ?? '';
  const title = `${firstOf(/<h1[^>]*>(.*?)<\/h1>/s, main)} · ${product}`;
  const posting = postingIn(path, answers);
  const lead =
    firstOf(/<p class="lead">(.*?)<\/p>/s, main) || firstOf(/<div[^>]* class="prose">(.*?)<\/div>/s, main);
  const description = (lead || firstOf(/<p[^>]*>(.*?)<\/p>/s, main)).slice(0, most);
  const at = (tongue?: Lang): string => {
    const search = new URLSearchParams(searchParams);
    search.delete('lang');
    if (tongue !== undefined) search.set('lang', tongue);
    return escaped(`${origin}${path}${search.size === 0 ? '' : `?${search}`}`);
  };
  const files =
    built.parts.find(([pattern]) => pattern !== '' && match(pattern, path) !== undefined)?.slice(1) ?? [];
  const head =
    found === undefined
      ? ['<meta name="robots" content="noindex">']
      : [
          `<meta name="description" content="${escaped(description)}">`,
          `<link rel="canonical" href="${at(lang)}">`,
          ...languages.map((one) => `<link rel="alternate" hreflang="${localeOf[one]}" href="${at(one)}">`),
          `<link rel="alternate" hreflang="x-default" href="${at()}">`,
          ...(posting?.state === 'published'
            ? [dataBlock('job', jobPosting(posting, lang, `${origin}${path}`), 'application/ld+json')]
            : []),
        ];
  const html = documentHtml({
    lang,
    title,
    links: {
      ...built,
      preload: [...built.preload, ...files.map((file) => `/assets/${file.replace('*', lang)}`)],
    },
    head,
    // Whoever is signed in may have what nobody else finds: only a reader without a script is told at once.
    first: found === undefined ? skeleton : `<div id="first">${body}</div>`,
    end: [
      dataBlock('answers', Object.fromEntries(answers)),
      ...(found === undefined ? [`<noscript>${body}</noscript>`] : []),
    ],
  });
  return { status: found === undefined ? 404 : 200, html };
};
