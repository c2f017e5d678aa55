import type { Lang } from '../i18n/lang.ts';
import { localeOf } from '../i18n/lang.ts';

/** The built files that a document links. */
export interface Links {
  script: string;
  style: string;
  preload: readonly string[];
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Data that a script reads. It is never run, so that a strict Content-Security-Policy holds. */
export const dataBlock = (id: string, data: unknown, type = 'application/json'): string =>
  `<script type="${type}" id="${id}">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`;

/** A document of the site. No inline script or style, so that a strict Content-Security-Policy holds. */
export const documentHtml = (parts: {
  lang: Lang;
  title: string;
  links: Links;
  /** More lines of the head. */
  head?: readonly string[];
  /** What is seen until the script has drawn the page. */
  first: string;
  /** More lines at the end. */
  end?: readonly string[];
}): string => `<!doctype html>
<html lang="${localeOf[parts.lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b6657" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#101716" media="(prefers-color-scheme: dark)">
<title>${escaped(parts.title)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${parts.links.style}">
<script type="module" src="${parts.links.script}"></script>
${[...(parts.head ?? []), ...parts.links.preload.map((href) => `<link rel="modulepreload" href="${href}">`)].join('\n')}
</head>
<body>
${parts.first}
<div id="app" hidden></div>
${(parts.end ?? []).join('\n')}
</body>
</html>
`;
