import type { EarlyPart } from '../build/early.ts';
import { dataBlock, documentHtml, type Links, scriptBlock } from './document.ts';
import { skeleton } from './skeleton.ts';

/** The document of every page that cannot be read without a script. */
export const indexHtml = (links: Links & { early: string; parts: readonly EarlyPart[] }): string =>
  documentHtml({
    lang: 'zh',
    title: '云端实习 · Cloud Internships',
    links,
    head: [dataBlock('parts', links.parts), scriptBlock(links.early)],
    first: skeleton,
    end: [
      `<noscript>
<main>
<h1>云端实习</h1>
<p>这一页需要JavaScript。请在浏览器设置中允许后重新载入。不用JavaScript也能阅读：<a href="/postings?lang=zh">岗位</a>、<a href="/companies?lang=zh">企业</a>、<a href="/how?lang=zh">如何匹配</a>。</p>
<h1 lang="en">Cloud Internships</h1>
<p lang="en">This page needs JavaScript. Allow it in your browser's settings and reload. Without JavaScript you can read the <a href="/postings?lang=en">internships</a>, the <a href="/companies?lang=en">companies</a> and <a href="/how?lang=en">how matching works</a>.</p>
</main>
</noscript>`,
    ],
  });
