import type { Browser } from 'playwright-core';
import { linXiaoyu, wutong } from '../../../infra/local/seed/accounts.ts';
import type { Example } from '../../browser/examples.ts';
import { personAt } from '../../browser/person.ts';
import type { Figure } from './figure.ts';
import { withManyChoices, withManyPostings } from './many.ts';
import { forgetSeen, seenBy, slowPhone, watchFrames } from './slow-phone.ts';

interface Site {
  browser: Browser;
  origin: string;
  /** The same site over HTTP/2. */
  front: string;
}

const paintWithin = 1200;
const shiftWithin = 0.01;
const answerWithin = 100;
const frameWithin = 50;
const rows = 200;
const manyPostings = 10_000;

const worst = (values: readonly number[]): number => Math.max(0, ...values);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The largest paint and the shifts of a page that is opened five times over each protocol with nothing in the cache. */
const opened = async (
  { browser, origin, front }: Site,
  path: string,
  account: { email: string } | undefined,
): Promise<Figure[]> => {
  const over = { 'HTTP/2': front, 'HTTP/1.1': origin };
  const shifts: number[] = [];
  const figures: Figure[] = [];
  for (const [protocol, at] of Object.entries(over)) {
    const paints: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      const person = await slowPhone(browser, origin, { front: at, ...(account && { account }) });
      await person.open(path);
      const seen = await seenBy(person);
      paints.push(seen.paint);
      shifts.push(seen.shift);
      await person.context.close();
    }
    figures.push({
      name: `${path}: largest paint, ${protocol}`,
      measured: median(paints),
      budget: paintWithin,
      unit: 'ms',
      note: `${Math.min(...paints)} to ${worst(paints)}`,
    });
  }
  return [
    ...figures,
    { name: `${path}: layout shift`, measured: worst(shifts), budget: shiftWithin, unit: '' },
  ];
};

/** The slowest answer to a tap: a filter of 200 rows, a move in a list of 200, a change of page. */
const interactions = async (site: Site, examples: readonly Example[]): Promise<Figure[]> => {
  const figure = (name: string, values: readonly number[]): Figure => ({
    name,
    measured: worst(values),
    budget: answerWithin,
    unit: 'ms',
    note: `${values.length} events`,
  });
  const student = await slowPhone(site.browser, site.origin, { account: linXiaoyu });
  await withManyPostings(student.page, { total: manyPostings, rows });
  await student.open('/postings');
  await student.page.locator('.filters .fold').click();
  await forgetSeen(student);
  // Some facets are folded; the boxes are named, since every answer draws the list anew.
  const boxes = student.page.locator('.filters details[open] label.choice');
  const labels = (await boxes.evaluateAll((all) => all.map((label) => label.textContent))).slice(0, 3);
  for (const label of labels) {
    const name = label.replace(/\s*[\d,]+$/, '');
    await boxes.filter({ hasText: name }).first().click();
    await student.settled();
  }
  const filter = (await seenBy(student)).interactions;
  await forgetSeen(student);
  await student.page.locator('nav.pager a').last().click();
  await student.settled();
  await student.page.locator('article.posting h2 a').first().click();
  await student.settled();
  const change = (await seenBy(student)).interactions;
  await student.context.close();

  const path = examples.find(({ route }) => route === '/company/postings/:postingId/rank-list')?.path ?? '';
  const company = await slowPhone(site.browser, site.origin, { account: wutong });
  await withManyChoices(company.page, rows);
  await company.open(path);
  await forgetSeen(company);
  const moves = company.page.locator('.order .moves');
  for (const at of [5, 20, 60]) {
    await moves.nth(at).getByRole('button').nth(1).click();
    await company.page.waitForTimeout(1200);
  }
  const reorder = (await seenBy(company)).interactions;
  await company.context.close();
  return [
    figure(`filter, ${rows} rows`, filter),
    figure(`next page and one posting, ${rows} rows`, change),
    figure(`reorder, ${rows} rows`, reorder),
  ];
};

/** Turns the wheel on a page of the list of 10,000 from top to end, at the desk and on the slow phone. */
const scrolled = async (site: Site): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const [name, person] of [
    // A visitor's document brings its answers along: whoever is signed in asks for them.
    ['desk', await personAt(site.browser, site.origin, { account: linXiaoyu })],
    ['slow phone', await slowPhone(site.browser, site.origin, { account: linXiaoyu })],
  ] as const) {
    await withManyPostings(person.page, { total: manyPostings, rows });
    await person.open('/postings');
    // The list grows to its end by itself.
    await person.page
      .locator('article.posting')
      .nth(rows - 1)
      .waitFor({ state: 'attached' });
    const frames = await person.page.evaluateHandle(watchFrames);
    const devtools = await person.context.newCDPSession(person.page);
    const height = await person.page.evaluate(() => document.documentElement.scrollHeight);
    await devtools.send('Input.synthesizeScrollGesture', {
      x: 180,
      y: 400,
      // What was laid out on the way may be higher than it was thought to be.
      yDistance: -1.5 * height,
      speed: 8000,
      gestureSourceType: 'mouse',
    });
    const { long, gaps, end } = await frames.evaluate((watch) => watch());
    figures.push({
      name: `scroll ${rows} of ${manyPostings.toLocaleString('en')} postings, ${name}: longest frame`,
      measured: worst(long),
      budget: frameWithin,
      unit: 'ms',
      note: `${gaps.length} frames, median ${median(gaps).toFixed(0)} ms, ${gaps.filter((gap) => gap > frameWithin).length} gaps above ${frameWithin} ms; ${Math.round(end * 100)}% of the way`,
    });
    await person.context.close();
  }
  return figures;
};

const megabyte = 1024 * 1024;

/** What is kept in memory after 200 changes of page, beside after the first 20. */
const memory = async (site: Site): Promise<Figure[]> => {
  const person = await personAt(site.browser, site.origin, { account: linXiaoyu });
  await person.open('/student');
  const devtools = await person.context.newCDPSession(person.page);
  const held = async (): Promise<number> => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return usedSize / megabyte;
  };
  const nodes = async (): Promise<number> => (await devtools.send('Memory.getDOMCounters')).nodes;
  const paths = ['/student/for-you', '/postings', '/student/applications', '/student/profile', '/student'];
  const go = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await person.page
        .locator(`header a[href="${paths[time % paths.length] ?? ''}"]`)
        .first()
        .evaluate((link) => link instanceof HTMLElement && link.click());
      await person.settled();
    }
  };
  await go(20);
  const before = { heap: await held(), nodes: await nodes() };
  await go(200);
  const after = { heap: await held(), nodes: await nodes() };
  await person.context.close();
  return [
    {
      name: 'memory after 200 more changes of page, growth',
      measured: after.heap - before.heap,
      budget: 1,
      unit: 'MB',
      note: `${before.heap.toFixed(1)} MB, then ${after.heap.toFixed(1)}; ${before.nodes} nodes, then ${after.nodes}`,
    },
  ];
};

/** Everything that takes time, each part told when it ends. */
export async function* timedScenes(
  site: Site,
  examples: readonly Example[],
): AsyncGenerator<{ title: string; figures: Figure[] }> {
  const posting = examples.find(({ route }) => route === '/postings/:postingId')?.path ?? '/postings';
  const pages: Figure[] = [];
  for (const [path, account] of [
    ['/', undefined],
    ['/postings', undefined],
    [posting, undefined],
    ['/student', linXiaoyu],
    ['/company', wutong],
  ] as const)
    pages.push(...(await opened(site, path, account)));
  yield { title: 'Opened on a slow phone (4× slower, 1.6 Mbit/s, 150 ms), median of five', figures: pages };
  yield { title: 'Answer to a tap on the slow phone', figures: await interactions(site, examples) };
  yield { title: 'Scrolling', figures: await scrolled(site) };
  yield { title: 'Memory', figures: await memory(site) };
}
