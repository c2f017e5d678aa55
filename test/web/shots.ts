/**
 * Pictures of pages, to look at: `npx node test/web/shots.ts OUTDIR [PATH…] [--base http://127.0.0.1:PORT]`,
 * each at 360 and 1280 px, light and dark, in both languages. Without --base the site is served without an API.
 * Axe runs on each; its violations are printed.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { serveSite } from './site.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { base: { type: 'string' } } });
const [outdir = 'dist/shots', ...paths] = positionals;
const executable = chromiumPath();
if (executable === undefined) throw new Error('No Chromium on the PATH: install it or set CHROMIUM.');
await mkdir(outdir, { recursive: true });
const site = values.base === undefined ? await serveSite(join(outdir, 'site')) : undefined;
const base = values.base ?? site?.url ?? '';
const browser = await launchChromium(executable);
for (const path of paths.length === 0 ? ['/', '/components', '/nothing', '/student'] : paths)
  for (const lang of ['zh', 'en'] as const)
    for (const width of [360, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme,
          locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
        });
        const page = await context.newPage();
        page.on(
          'console',
          (message) =>
            message.type() === 'error' &&
            !message.text().includes('404') &&
            console.log(path, message.text()),
        );
        page.on('pageerror', (error) => console.log(path, error));
        await page.goto(base + path);
        await page.locator('h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        const name = `${path.replaceAll('/', '_')}-${lang}-${width}-${colorScheme}`;
        await page.screenshot({ path: join(outdir, `${name}.png`), fullPage: true });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) console.log(`${name}: ${overflow} px too wide`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, nodes } of violations)
          console.log(
            `${name}: ${id}`,
            nodes.slice(0, 3).map(({ html, failureSummary }) => [html, failureSummary]),
          );
        await context.close();
      }
await browser.close();
await site?.close();
