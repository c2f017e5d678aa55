import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { Keyboard } from './keyboard.ts';
import { settlementOf } from './settled.ts';

const starts = {
  student: '/student',
  company: '/company',
  coordinator: '/coordinator',
  referrer: '/referrer',
} as const;

/** What a page of somebody without a mouse says when there is one after all. */
const pointed = 'a pointer was used';

/** One person with a browser of their own. Every page that is opened is checked with axe. */
export class Visitor {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #origin: string;
  readonly #settled: () => Promise<void>;
  readonly keyboard: Keyboard;
  /** What the browser complained of: page errors, blocked or failed loads. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page, origin: string) {
    this.#context = context;
    this.page = page;
    this.keyboard = new Keyboard(page);
    this.#origin = origin;
    page.on('console', (message) => {
      if (message.text() === pointed) this.complaints.push(pointed);
    });
    this.#settled = settlementOf(page, 60_000);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      if (
        new URL(request.url()).origin !== origin &&
        !request.url().startsWith('data:') &&
        !request.url().startsWith('blob:')
      )
        this.complaints.push(`a request to another host: ${request.url()}`);
    });
  }

  static async arrive(
    browser: Browser,
    origin: string,
    options: { locale?: 'en-GB' | 'zh-CN'; width?: number; zone?: string; mouse?: false } = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      locale: options.locale ?? 'en-GB',
      viewport: { width: options.width ?? 1280, height: 900 },
      timezoneId: options.zone ?? 'America/Vancouver',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(60_000);
    if (options.mouse === false)
      await context.addInitScript((words) => {
        // oxlint-disable-next-line no-console -- the way out of the page
        addEventListener('pointerdown', () => console.log(words), true);
      }, pointed);
    return new Visitor(context, await context.newPage(), origin);
  }

  /** Signs in on the issuer's page with the demonstration's button. */
  async signIn(account: { email: string; role: keyof typeof starts }): Promise<void> {
    await this.page.goto(this.#origin + starts[account.role]);
    await this.keyboard.press(this.page.getByRole('main').getByRole('button'));
    await this.page.waitForURL(/\/oidc\//);
    await this.check('sign-in');
    await this.keyboard.press(this.page.getByRole('button', { name: account.email }));
    await this.page.waitForURL((url) => url.pathname === starts[account.role]);
    await this.ready();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.#origin + path);
    await this.ready();
    await this.check(path);
  }

  /** Waits until the page has its title and what it loads. */
  async ready(): Promise<void> {
    await this.#settled();
  }

  /** Zero violations of axe, no sideways scrolling. */
  async check(where: string): Promise<void> {
    const found = await violationsOf(this.page);
    expect({ where, found }).toEqual({ where, found: [] });
    const sideways = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ where, sideways: sideways > 1 }).toEqual({ where, sideways: false });
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async leave(): Promise<void> {
    await this.keyboard.look();
    expect([...this.complaints, ...this.keyboard.complaints]).toEqual([]);
    await this.#context.close();
  }
}
