import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { violationsOf } from '../support/axe.ts';
import { serveSite } from './site.ts';
import type { StaticSite } from './site.ts';

const executable = chromiumPath();

describe.skipIf(executable === undefined)('the site without an API', () => {
  let folder: string;
  let site: StaticSite;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'site-'));
    site = await serveSite(folder);
    browser = await launchChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true });
  });

  async function open(
    path: string,
    options: { locale?: string; dark?: boolean; width?: number } = {},
  ): Promise<Page> {
    const context = await browser.newContext({
      locale: options.locale ?? 'en-GB',
      colorScheme: options.dark === true ? 'dark' : 'light',
      viewport: { width: options.width ?? 1280, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(site.url + path);
    await page.locator('h1').first().waitFor();
    return page;
  }

  it('has no script that says nothing, nor one that a page asks for and is not there', async () => {
    const assets = join(folder, 'assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(scripts.map((name) => readFile(join(assets, name), 'utf8')));
    expect(scripts.filter((_, index) => texts[index] === '')).toEqual([]);
    const pages = await readFile(join(folder, 'index.html'), 'utf8');
    const asked = [...texts, pages].flatMap((text) => text.match(/chunk-\w+\.js/g) ?? []);
    expect(asked.filter((name) => !scripts.includes(name))).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  });

  for (const locale of ['zh-CN', 'en-GB'])
    for (const dark of [false, true])
      it(`has no axe violations and no sideways scrolling (${locale}, ${dark ? 'dark' : 'light'})`, async () => {
        for (const path of ['/', '/components', '/nothing-here', '/student']) {
          const page = await open(path, { locale, dark, width: 320 });
          const violations = await violationsOf(page);
          expect({ path, violations }).toEqual({ path, violations: [] });
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect({ path, wide }).toEqual({ path, wide: 0 });
          await page.context().close();
        }
      });

  it('keeps the place when the language changes, and remembers it', async () => {
    const page = await open('/nothing-here');
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => page.locator('h1').textContent(), { timeout: 10_000 }).toBe('没有这个页面');
    expect(new URL(page.url()).pathname).toBe('/nothing-here');
    await page.reload();
    await page.locator('h1').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.context().close();
  });

  it('takes what is chosen among many as added when the reader goes on', async () => {
    const page = await open('/components');
    const pick = page.locator('.pick').first();
    const chips = pick.locator('.chip');
    const before = await chips.count();
    await pick.locator('select').focus();
    await pick.locator('select').selectOption({ index: 1 });
    const name = await pick.locator('select option:checked').textContent();
    expect(await chips.count()).toBe(before);
    await page.locator('h1').first().click();
    await chips.filter({ hasText: name ?? '' }).waitFor();
    expect(await chips.count()).toBe(before + 1);
    // By its own button it is added once.
    await pick.locator('select').focus();
    await pick.locator('select').selectOption({ index: 1 });
    await pick.getByRole('button', { name: 'Add' }).click();
    expect(await chips.count()).toBe(before + 2);
    await page.context().close();
  });

  it('moves a choice, keeps the focus on the pressed button, says where it went and undoes it', async () => {
    const page = await open('/components');
    const names = () => page.locator('.order').first().locator('ol .what .strong').allTextContents();
    const first = await names();
    const down = page.getByRole('button', { name: `Move ${first[0]} down` });
    await down.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect((await names()).at(-1)).toBe(first[0]);
    expect(await down.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await down.getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('.order .foot [role=status]').first().textContent()).toBe(
      `${first[0]}, position 3 of 3`,
    );
    await expect
      .poll(() => page.locator('.order .foot').first().textContent(), { timeout: 10_000 })
      .toContain('Saved at');
    const undo = page.locator('.order .undo').first();
    await undo.click();
    await undo.click();
    expect(await names()).toEqual(first);
    await page.context().close();
  });

  it('drags a row by its grip', async () => {
    const page = await open('/components');
    const rows = page.locator('.order ol > li');
    const name = await rows.nth(2).locator('.what .strong').textContent();
    const grip = await rows.nth(2).locator('.grip').boundingBox();
    const target = await rows.nth(0).boundingBox();
    if (grip === null || target === null) throw new Error('The rows are not shown.');
    await page.mouse.move(grip.x + 5, grip.y + 5);
    await page.mouse.down();
    await page.mouse.move(target.x + 5, target.y + 10, { steps: 4 });
    await page.mouse.up();
    expect(await rows.nth(0).locator('.what .strong').textContent()).toBe(name);
    await page.context().close();
  });

  it('puts the focus on the error summary, whose links go to the fields', async () => {
    const page = await open('/components');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    const summary = page.locator('.summary');
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await summary.getByRole('link', { name: /Hours a week/ }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-hours');
    expect(await page.locator('#field-hours').getAttribute('aria-invalid')).toBe('true');
    const violations = await violationsOf(page);
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it('takes the word that confirms however it is typed, and no other', async () => {
    const page = await open('/components');
    await page.getByRole('button', { name: 'Cannot be undone' }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Publish the result' });
    for (const [typed, ready] of [
      ['', false],
      ['publis', false],
      ['publish', true],
      [' Publish ', true],
      ['ＰＵＢＬＩＳＨ　', true],
    ] as const) {
      await dialog.getByRole('textbox').fill(typed);
      await expect
        .poll(async () => ({ typed, ready: (await confirm.getAttribute('aria-disabled')) === null }))
        .toEqual({ typed, ready });
    }
    await page.context().close();
  });

  it('moves the focus to the new page’s title', async () => {
    const page = await open('/components');
    await page.getByRole('link', { name: 'Cloud Internships' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 10_000 })
      .toBe('H1');
    expect(await page.title()).toContain('Internships that match fairly');
    await page.context().close();
  });
});
