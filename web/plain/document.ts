import type { Lang } from '../i18n/lang.ts';
import { localeOf } from '../i18n/lang.ts';

/** The built files that a document links. */
export interface Links {
  script: string;
  style: string;
  preload: readonly string[];
  /** The address of the icon, which holds it: one request less. */
  icon: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Data that a script reads. It is never run, so that a strict Content-Security-Policy holds. */
export const dataBlock = (id: string, data: unknown, type = 'application/json'): string =>
  `<script type="${type}" id="${id}">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`;

/**
 * A script that the document holds; the Content-Security-Policy names its hash. While a deployment is under way the two
 * may differ, and it does not run: only what the page can do without belongs here.
 */
export const scriptBlock = (text: string): string => {
  if (text.includes('</script')) throw new Error('A script in a document cannot hold the tag that ends it.');
  return `<script>${text}</script>`;
};

/** A document of the site. No inline style and no script but those named by hash, so that a strict Content-Security-Policy holds. */
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
${[
  // The largest are asked for first.
  ...parts.links.preload.map((href) => `<link rel="modulepreload" href="${href}">`),
  `<link rel="preload" as="style" href="${parts.links.style}">`,
  // A script waits for the styles that stand before it, and for no others.
  ...(parts.head ?? []),
  `<link rel="stylesheet" href="${parts.links.style}">`,
  `<script type="module" src="${parts.links.script}"></script>`,
  `<link rel="icon" href="${parts.links.icon}">`,
].join('\n')}
</head>
<body>
${parts.first}
<div id="app" hidden></div>
${(parts.end ?? []).join('\n')}
</body>
</html>
`;
