import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { withTemporaryServer } from '../../infra/local/temporary-server.ts';
import { optionsOf, refuse } from '../../infra/command-line.ts';
import { type Example, examplesIn } from './examples.ts';
import { personAt } from './person.ts';

/** `npm run screens`: every page on a phone and on a desk, in both languages, on sheets that can be looked at. */
const { values } = optionsOf('Usage: npm run screens [-- --out dist/screens] [--only student] [--dark]', {
  options: {
    out: { type: 'string', default: join(import.meta.dirname, '../../dist/screens') },
    only: { type: 'string', default: '' },
    dark: { type: 'boolean', default: false },
  },
});
const executable = chromiumPath() ?? refuse('There is no Chromium: install it, or name it in CHROMIUM.');
const widths = { phone: 360, desk: 1280 } as const;
const locales = { zh: 'zh-CN', en: 'en-GB' } as const;
/** A sheet shows this much of a long page. */
const most = { phone: 1600, desk: 1800 } as const;

interface Shot {
  route: string;
  file: string;
  device: keyof typeof widths;
  lang: keyof typeof locales;
}

const nameOf = (route: string): string =>
  route === '/' ? 'home' : route.slice(1).replaceAll('/', '.').replaceAll(':', '');

const shoot = async (browser: Browser, origin: string, examples: readonly Example[]): Promise<Shot[]> => {
  const shots: Shot[] = [];
  for (const account of new Set(examples.map((example) => example.account)))
    for (const device of ['phone', 'desk'] as const)
      for (const lang of ['zh', 'en'] as const) {
        const person = await personAt(browser, origin, {
          account,
          locale: locales[lang],
          viewport: { width: widths[device], height: 800 },
          colorScheme: values.dark ? 'dark' : 'light',
        });
        for (const { route, path } of examples.filter((example) => example.account === account)) {
          await person.open(path);
          const file = `${nameOf(route)}-${device}-${lang}.png`;
          const height = await person.page.evaluate(() => document.documentElement.scrollHeight);
          // A tall window, so that what stands at the edge of a phone does not lie over the middle of the picture.
          await person.page.setViewportSize({
            width: widths[device],
            height: Math.max(800, Math.min(height, most[device])),
          });
          await person.page.screenshot({ path: join(values.out, file) });
          await person.page.setViewportSize({ width: widths[device], height: 800 });
          shots.push({ route, file, device, lang });
        }
        await person.context.close();
      }
  return shots;
};

/** Pictures side by side, as one picture. */
const montage = async (
  browser: Browser,
  shots: readonly Shot[],
  { file, width, columns }: { file: string; width: number; columns: number },
): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: columns * (width + 12) + 12, height: 400 } });
  const figures = await Promise.all(
    shots.map(async (shot) => {
      const data = (await readFile(join(values.out, shot.file))).toString('base64');
      return `<figure><figcaption>${shot.route} · ${shot.lang}</figcaption><img width="${width}" src="data:image/png;base64,${data}"></figure>`;
    }),
  );
  await page.setContent(
    `<style>body{margin:12px;background:#888;font:14px system-ui}main{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}figure{margin:0;background:#fff}figcaption{padding:4px;width:${width - 8}px;overflow:hidden;white-space:nowrap}img{display:block}</style><main>${figures.join('')}</main>`,
  );
  await page.screenshot({ path: join(values.out, file), fullPage: true });
  await page.close();
};

const index = (shots: readonly Shot[], sheets: readonly string[]): string =>
  `<!doctype html><meta charset="utf-8"><title>Screens</title>
<style>body{font:16px system-ui;margin:24px;background:#eee}section{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}img{border:1px solid #888;background:#fff}</style>
<h1>${new Set(shots.map(({ route }) => route)).size} pages</h1><p>${sheets.map((sheet) => `<a href="${sheet}">${sheet}</a>`).join(' · ')}</p>
${[...Map.groupBy(shots, ({ route }) => route)]
  .map(
    ([route, all]) =>
      `<h2>${route}</h2><section>${all.map(({ file, device }) => `<a href="${file}"><img loading="lazy" alt="${file}" src="${file}" width="${device === 'phone' ? 220 : 520}"></a>`).join('')}</section>`,
  )
  .join('\n')}`;

await rm(values.out, { recursive: true, force: true });
await mkdir(values.out, { recursive: true });
await withTemporaryServer({ seed: 'demo', site: true }, async ({ origin }) => {
  const browser = await launchChromium(executable);
  try {
    const examples = (await examplesIn({ browser, origin })).filter(
      ({ who }) => values.only === '' || who === values.only,
    );
    const shots = await shoot(browser, origin, examples);
    const sheets: string[] = [];
    for (const [who, of] of Map.groupBy(examples, (example) => example.who))
      for (const device of ['phone', 'desk'] as const)
        for (const lang of ['zh', 'en'] as const) {
          const routes = new Set(of.map(({ route }) => route));
          const mine = shots.filter(
            (shot) => routes.has(shot.route) && shot.device === device && shot.lang === lang,
          );
          const perSheet = device === 'phone' ? 8 : 6;
          for (let from = 0; from < mine.length; from += perSheet) {
            const file = `sheet-${who}-${device}-${lang}-${from / perSheet + 1}.png`;
            const size = device === 'phone' ? { width: 300, columns: 4 } : { width: 620, columns: 3 };
            await montage(browser, mine.slice(from, from + perSheet), { file, ...size });
            sheets.push(file);
          }
        }
    await writeFile(join(values.out, 'index.html'), index(shots, sheets));
    console.log(
      `${shots.length} pictures of ${examples.length} pages, ${sheets.length} sheets: ${join(values.out, 'index.html')}`,
    );
  } finally {
    await browser.close();
  }
});
