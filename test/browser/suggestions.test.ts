import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

describe.skipIf(chromiumPath() === undefined)('typing ahead', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it('by keyboard: arrows choose, Enter searches, Escape closes, one request a pause, nothing moves', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin, { locale: 'en-GB' });
    const { page } = visitor;
    await visitor.open('/postings');
    const asked: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname === '/v1/posting-suggestions') asked.push(url.searchParams.get('q') ?? '');
    });
    const box = page.getByRole('combobox');
    const heading = page.getByRole('article').first();
    const place = await heading.boundingBox();
    await box.pressSequentially('data a', { delay: 20 });
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(asked).toEqual(['data a']);
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await heading.boundingBox()).toEqual(place);
    await visitor.check('suggestions');

    await box.press('ArrowDown');
    const first = options.first();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    await box.press('ArrowUp');
    expect(await options.last().getAttribute('aria-selected')).toBe('true');
    await box.press('Escape');
    expect(await options.count()).toBe(0);
    expect(await box.inputValue()).toBe('data a');

    await box.pressSequentially('nalysis');
    await page.getByRole('option', { name: 'Data Analysis Intern' }).waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
    await page.waitForURL('**/postings?q=Data+Analysis+Intern');
    expect(await box.inputValue()).toBe('Data Analysis Intern');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    await visitor.leave();
  });

  it('words that are typed or searched for go back and forth together with the filters', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin, { locale: 'en-GB' });
    const { page } = visitor;
    await visitor.open('/postings');
    const box = page.getByRole('combobox');
    const remote = page.locator('.facet input[value="remote"]');
    const stands = async (address: string, words: string, ticked: boolean) => {
      await page.waitForURL(`**${address}`);
      await expect.poll(() => box.inputValue()).toBe(words);
      await expect.poll(() => remote.isChecked()).toBe(ticked);
    };
    const before = await page.evaluate(() => history.length);
    await box.pressSequentially('data', { delay: 20 });
    await page.getByRole('option').first().waitFor();
    await box.press('Escape');
    await remote.press('Space');
    await stands('/postings?q=data&workMode=remote', 'data', true);
    expect(await page.evaluate(() => history.length)).toBe(before + 1);

    await box.fill('analyst');
    await box.press('Enter');
    await stands('/postings?workMode=remote&q=analyst', 'analyst', true);
    await remote.press('Space');
    await stands('/postings?q=analyst', 'analyst', false);
    await page.goBack();
    await stands('/postings?workMode=remote&q=analyst', 'analyst', true);
    await page.goBack();
    await stands('/postings?q=data&workMode=remote', 'data', true);
    await page.goBack();
    await stands('/postings', '', false);
    await page.goForward();
    await stands('/postings?q=data&workMode=remote', 'data', true);
    await visitor.leave();
  });

  it('a category becomes a filter by a press; 320 px, in Chinese', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin, { locale: 'zh-CN', width: 320 });
    const { page } = visitor;
    await visitor.open('/postings');
    await page.getByRole('combobox').pressSequentially('数据与');
    const option = page.getByRole('option', { name: '数据与人工智能' });
    await option.waitFor();
    await visitor.check('suggestions');
    await option.click();
    await page.waitForURL('**/postings?category=data-ai');
    expect(await page.getByRole('combobox').inputValue()).toBe('');
    await visitor.leave();
  });
});
