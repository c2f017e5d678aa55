import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
import { startServer } from '../../infra/local/server.ts';
import english from '../../web/i18n/en/shared.ts';
import errors from '../../web/i18n/en/shared-errors.ts';
import { builtSite, copySeeded } from '../support/prepared-site.ts';
import { personAt } from './person.ts';

/** What a browser keeps: its caches by name, with the paths in each. */
const keptIn = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const kept: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      kept[name] = requests.map(({ url }) => new URL(url).pathname + new URL(url).search);
    }
    return kept;
  });

/** As the page does it some seconds after it was shown. */
const keepNow = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 20_000,
  });
  // What the page had brought before is kept then.
  await expect.poll(async () => Object.values(await keptIn(page)).flat().length).toBeGreaterThan(8);
};

describe.skipIf(chromiumPath() === undefined)('whoever opened a page before', { timeout: 240_000 }, () => {
  let folder: string;
  let site: string;
  let server: Awaited<ReturnType<typeof startServer>>;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'offline-'));
    // A site of its own, which becomes another version.
    site = join(folder, 'site');
    await cp(await builtSite(inject('prepared')), site, { recursive: true });
    await copySeeded(inject('prepared'), join(folder, 'data'));
    server = await startServer({
      port: 0,
      dataDir: join(folder, 'data'),
      seed: 'demo',
      site: { root: site, build: false },
      passwordCost: 2 ** 10,
      log: () => {},
    });
    browser = await launchChromium(chromiumPath() ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const student = () =>
    personAt(browser, server.origin, { account: linXiaoyu, serviceWorkers: 'allow' as const });

  it('sees the site without a line, is told, and goes on by itself; nothing of the API is kept', async () => {
    const { page, open, context } = await student();
    await open('/student/applications');
    await keepNow(page);
    await page.reload();
    await context.setOffline(true);
    await page.reload();
    await page.getByText(errors.offline).first().waitFor();
    await page.getByRole('banner').getByRole('link', { name: english.product }).waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'My applications' }).waitFor();
    await page.locator('main table').waitFor();
    const kept = Object.values(await keptIn(page)).flat();
    expect(kept.filter((path) => path !== '/index.html' && !path.startsWith('/assets/'))).toEqual([]);
    await context.close();
  });

  it('has a new version at the next load, and what is old is gone', async () => {
    const { page, open, context } = await student();
    await open('/student');
    await keepNow(page);
    const [before] = Object.keys(await keptIn(page));
    const index = join(site, 'index.html');
    const worker = join(site, 'sw.js');
    const [oldIndex, oldWorker] = await Promise.all([readFile(index, 'utf8'), readFile(worker, 'utf8')]);
    await writeFile(index, oldIndex.replace('<title>', '<meta name="version" content="next"><title>'));
    await writeFile(worker, oldWorker.replace(before?.replace('site-', '') ?? '', 'another-one'));
    await page.reload();
    expect(await page.locator('meta[name=version]').count()).toBe(1);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect
      .poll(async () => Object.keys(await keptIn(page)), { timeout: 20_000 })
      .toEqual(['site-another-one']);
    // Files that both have are taken over, not asked for again.
    expect(Object.values(await keptIn(page)).flat().length).toBeGreaterThan(8);

    // A worker that removes itself takes all that was kept along.
    await writeFile(worker, oldWorker.replace('"off":false', '"off":true'));
    await appendFile(worker, '\n');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), {
        timeout: 20_000,
      })
      .toBe(0);
    expect(await keptIn(page)).toEqual({});
    await context.close();
  });

  it('is asked of nobody who is not signed in', async () => {
    const { page, open, context } = await personAt(browser, server.origin, { serviceWorkers: 'allow' });
    await open('/');
    await page.waitForTimeout(6_000);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    await context.close();
  });
});
