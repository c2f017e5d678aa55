/** The one document of the site. No inline script or style, so that a strict Content-Security-Policy holds. */
export const indexHtml = (links: { script: string; style: string; preload: readonly string[] }): string =>
  `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b6657" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#101716" media="(prefers-color-scheme: dark)">
<title>云端实习 · Cloud Internships</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${links.style}">
<script type="module" src="${links.script}"></script>
${links.preload.map((href) => `<link rel="modulepreload" href="${href}">`).join('\n')}
</head>
<body>
<div id="app"></div>
<noscript>
<main>
<h1>云端实习</h1>
<p>这个网站需要 JavaScript。请在浏览器设置中允许后重新载入。不用浏览器也能读取公开内容:岗位在 <a href="/v1/postings">/v1/postings</a>,接口说明在 <a href="/v1/openapi.json">/v1/openapi.json</a>。</p>
<h1 lang="en">Cloud Internships</h1>
<p lang="en">This site needs JavaScript. Allow it in your browser's settings and reload. The public content can also be read as data: the internships at <a href="/v1/postings">/v1/postings</a>, the API's description at <a href="/v1/openapi.json">/v1/openapi.json</a>.</p>
</main>
</noscript>
</body>
</html>
`;
