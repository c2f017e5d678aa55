import type { MyData } from './schema.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Whatever somebody wrote is words on this page, never a part of it. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '');

const words = {
  zh: {
    title: '我的数据',
    taken: '导出时间',
    why: '这些数据来自你本人填写、你的申请和实习过程，用于匹配实习。周期结束后按保留期限保存。',
    seen: '谁看过',
    consents: '你的同意',
    kinds: { company: '公司', coordinator: '协调员', referrer: '推荐方' },
    none: '无',
  },
  en: {
    title: 'My data',
    taken: 'Taken at',
    why: 'You gave us this, or it came of your applications and internship. It is used to match internships.',
    seen: 'Who saw it',
    consents: 'What you agreed to',
    kinds: { company: 'Company', coordinator: 'Coordinator', referrer: 'Referrer' },
    none: 'None',
  },
} as const;

type Value = MyData['held'][string][number][string];
const shown = (value: Value): string => {
  if (value === null || typeof value !== 'object') return escaped(String(value ?? '—'));
  if (Array.isArray(value)) return `<ul>${value.map((one) => `<li>${shown(one)}</li>`).join('')}</ul>`;
  const rows = Object.entries(value).map(([name, one]) => `<dt>${escaped(name)}</dt><dd>${shown(one)}</dd>`);
  return `<dl>${rows.join('')}</dl>`;
};

const listed = (lines: readonly (readonly (string | undefined)[])[], none: string): string =>
  lines.length === 0
    ? `<p>${none}</p>`
    : `<ul>${lines.map((line) => `<li>${escaped(line.filter((word) => word !== undefined).join(' · '))}</li>`).join('')}</ul>`;

/** One file that needs no other, and in which nothing can run. */
export const dataPage = (data: MyData, lang: 'zh' | 'en'): string => {
  const say = words[lang];
  const kinds = Object.entries(data.held).map(
    ([kind, items]) =>
      `<h2>${escaped(kind)}</h2>${items.map((item) => `<section>${shown(item)}</section>`).join('')}`,
  );
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${say.title}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}section{border-top:1px solid #888}dt{font-weight:600}dd{margin:0 0 .5rem 1rem}</style>
</head><body><h1>${say.title}</h1><p>${say.why}</p><p>${say.taken} ${escaped(data.takenAt)}</p>
<h2>${say.seen}</h2>${listed(
    data.seenBy.map(({ kind, what, at, reason }) => [say.kinds[kind], what, at, reason]),
    say.none,
  )}
<h2>${say.consents}</h2>${listed(
    data.consents.map(({ to, version, at }) => [to, version, at]),
    say.none,
  )}
${kinds.join('\n')}</body></html>
`;
};
