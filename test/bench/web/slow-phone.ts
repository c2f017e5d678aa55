import type { Browser, BrowserContextOptions } from 'playwright-core';
import { type Person, personAt } from '../../browser/person.ts';

const kilobitsPerSecond = 1600;

/** A phone of few euros on a slow line: four times slower than this machine, 1.6 Mbit/s, 150 ms to each answer. */
export const slowPhone = async (
  browser: Browser,
  origin: string,
  options: { account?: { email: string }; front?: string } & BrowserContextOptions = {},
): Promise<Person> => {
  const person = await personAt(browser, origin, {
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    // A busy machine that is made four times slower still comes to its end.
    patience: 120_000,
    // The front's certificate is its own.
    ignoreHTTPSErrors: true,
    ...options,
  });
  const devtools = await person.context.newCDPSession(person.page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (kilobitsPerSecond * 1000) / 8,
    uploadThroughput: (kilobitsPerSecond * 1000) / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await person.context.addInitScript(observe);
  return person;
};

interface Seen {
  paint: number;
  shift: number;
  interactions: number[];
  longTasks: number[];
}

declare global {
  interface Window {
    seen?: Seen;
  }
}

/** Runs in the page: keeps what the browser says of its own speed. */
const observe = (): void => {
  const seen: Seen = { paint: 0, shift: 0, interactions: [], longTasks: [] };
  window.seen = seen;
  const on = (type: string, keep: (entry: PerformanceEntry) => void, more: object = {}): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({
      type,
      buffered: true,
      ...more,
    });
  const number = (entry: object, name: string): number => Number(Reflect.get(entry, name));
  on('largest-contentful-paint', (entry) => {
    seen.paint = entry.startTime;
  });
  on('layout-shift', (entry) => {
    if (Reflect.get(entry, 'hadRecentInput') !== true) seen.shift += number(entry, 'value');
  });
  on(
    'event',
    (entry) => {
      if (number(entry, 'interactionId') > 0) seen.interactions.push(entry.duration);
    },
    { durationThreshold: 16 },
  );
  on('longtask', (entry) => seen.longTasks.push(entry.duration));
};

export const seenBy = async ({ page }: Person): Promise<Seen> => {
  // The browser tells of an interaction only after the frame that answered it.
  await page.waitForTimeout(300);
  return page.evaluate(() => window.seen ?? { paint: 0, shift: 0, interactions: [], longTasks: [] });
};

export const forgetSeen = ({ page }: Person): Promise<void> =>
  page.evaluate(() => {
    if (window.seen !== undefined) Object.assign(window.seen, { shift: 0, interactions: [], longTasks: [] });
  });

/**
 * Runs in the page: from now on hears of every frame. The browser itself tells which took it long (at 50 ms it begins
 * to); the gaps between frames are there to compare, since a busy machine makes some too.
 */
export const watchFrames = () => {
  const gaps: number[] = [];
  const long: number[] = [];
  const observer = new PerformanceObserver((list) =>
    list.getEntries().forEach(({ duration }) => long.push(duration)),
  );
  observer.observe({ type: 'long-animation-frame' });
  let last = performance.now();
  let going = true;
  const frame = (now: number): void => {
    gaps.push(now - last);
    last = now;
    if (going) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => {
    going = false;
    observer.takeRecords().forEach(({ duration }) => long.push(duration));
    const { scrollHeight } = document.documentElement;
    return { long, gaps: gaps.slice(2), end: (scrollY + innerHeight) / scrollHeight };
  };
};
