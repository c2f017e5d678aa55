import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator, linXiaoyu, referrer, wutong } from '../../infra/local/seed/accounts.ts';
import { sideways } from './looks.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

/** What people could write as a name: without an end, from right to left, in every script, as code. */
const hostile = [
  'W'.repeat(300),
  `<img src=x onerror="document.title='ran'"><script>document.title='ran'</script>=HYPERLINK("//x")`,
  `שם\u202Eהפוך\u2067 שלום`,
  `ชื่อภาษาไทยที่ยาวมากและไม่มีช่องว่างเลยแม้แต่ช่องเดียว${'ไม่มีช่องว่าง'.repeat(12)}`,
  `Z\u0351\u036B\u0343\u033Fa\u0341\u035Dl\u0341\u0315\u0489g\u034F\u200B\u200D\u2060o\u0335 👩🏽‍💻🇨🇳 मराठी தமிழ் አማርኛ ᠮᠣᠩᠭᠣᠯ`,
  '名'.repeat(300),
  'مرحبا'.repeat(60),
] as const;

/** Where people write themselves; all else keeps its meaning. */
const written =
  /^(name|zh|en|preferred|pinyin|title|label|school|city|text|reason|words|note|legalName|recruiter)$/;

/** The same words are always spoilt in the same way. */
const choice = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), text.length);
const spoilt = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string') {
    if (!written.test(key)) return value;
    return hostile[choice(value) % hostile.length];
  }
  if (Array.isArray(value)) return value.map((one: unknown) => spoilt(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoilt(inner, name)]));
};

/** Everything that the server tells of people and their things is as they could have written it at the worst. */
const spoil = async (route: Route): Promise<void> => {
  const answer = await route.fetch().catch(() => undefined);
  // The page is gone by now.
  if (answer === undefined) return;
  const type = answer.headers()['content-type'] ?? '';
  if (!type.includes('json')) return route.fulfill({ response: answer });
  return route.fulfill({ response: answer, json: spoilt(await answer.json()) });
};

/** Names from right to left beside which something else stands, with nothing that keeps their order to themselves. */
const mixed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const rightToLeft = /[\u0590-\u08ff\u202e]/;
    const inline = (element: Element): boolean => getComputedStyle(element).display.startsWith('inline');
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      if (!rightToLeft.test(text) || /[\u2068].*[\u2069]/s.test(text)) continue;
      let at = node.parentElement;
      let own: Node = node;
      let alone = true;
      let apart = false;
      while (at !== null) {
        const inner = own;
        alone &&= [...at.childNodes].every(
          (other) =>
            other === inner ||
            (other.textContent ?? '').trim() === '' ||
            (other instanceof Element && !inline(other)),
        );
        apart ||= getComputedStyle(at).unicodeBidi !== 'normal' && inline(at);
        if (!inline(at) || apart) break;
        own = at;
        at = at.parentElement;
      }
      if (!alone && !apart) found.push(`stands among other words: ${at?.outerHTML.slice(0, 160)}`);
    }
    return [...new Set(found)];
  });

const pages = [
  { account: undefined, paths: ['/', '/postings', '/companies'] },
  {
    account: linXiaoyu,
    paths: [
      '/student',
      '/student/for-you',
      '/student/applications',
      '/student/saved-postings',
      '/student/profile',
      '/student/notices',
      '/student/rank-list',
    ],
  },
  {
    account: wutong,
    paths: ['/company', '/company/profile', '/company/postings', '/company/figures', '/company/team'],
  },
  {
    account: coordinator,
    paths: [
      '/coordinator',
      '/coordinator/companies',
      '/coordinator/postings',
      '/coordinator/students',
      '/coordinator/certificates',
      '/coordinator/partners',
      '/coordinator/audit',
      '/coordinator/statistics',
      '/coordinator/placements',
    ],
  },
  { account: referrer, paths: ['/referrer', '/referrer/invitations', '/referrer/students'] },
] as const;

/** Pages of one thing: the first to which a list leads. */
const things =
  /^\/(postings|student\/applications|company\/postings|coordinator\/(companies|postings|students))\/(pos|app|com|[\w%-]+)/;

describe.skipIf(chromiumPath() === undefined)('what people write', { timeout: 300_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it.concurrent.each(pages)(
    'at the worst, stays in its place and does nothing: $paths',
    async ({ account, paths }) => {
      const wrong: string[] = [];
      const person = await personAt(site.browser, site.origin, {
        account,
        viewport: { width: 320, height: 800 },
      });
      const { page, context } = person;
      page.on('pageerror', ({ message }) => wrong.push(`${page.url()}: ${message}`));
      page.on('dialog', () => wrong.push(`${page.url()}: a dialog`));
      await page.route('**/v1/**', spoil);
      const open: string[] = [...paths];
      const kinds = new Set<string>();
      for (const path of open) {
        await person.open(path);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          wrong.push(...(await sideways(page)).map((line) => `${path}, ${width} px: ${line}`));
        }
        await page.setViewportSize({ width: 320, height: 800 });
        wrong.push(...(await mixed(page)).map((line) => `${path}: ${line}`));
        if ((await page.title()) === 'ran' || (await page.locator('img[src=x]').count()) > 0)
          wrong.push(`${path}: what was written is part of the page`);
        const hrefs = await page
          .locator('main a[href^="/"]')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
        for (const href of hrefs) {
          const kind = things.exec(href)?.[1];
          if (kind === undefined || kinds.has(kind)) continue;
          kinds.add(kind);
          open.push(href);
        }
      }
      await context.close();
      expect(wrong).toEqual([]);
    },
  );
});
