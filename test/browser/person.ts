import { decodeJwt } from 'jose';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { demoPassword } from '../../infra/local/seed/accounts.ts';
import { signIn } from '../../infra/local/sign-in.ts';
import { settlementOf } from './settled.ts';

/** The lifetime that the tab believes its token to have; tests are over before. */
const hour = 3_600_000;

/** Somebody's browser: one tab, signed in already where there is an account. */
export interface Person {
  context: BrowserContext;
  page: Page;
  /** Opens a path of the site and waits until it is there. */
  open: (path: string) => Promise<void>;
  settled: () => Promise<void>;
}

const signedInAs = async (
  context: BrowserContext,
  origin: string,
  { email, now, front }: { email: string; now: number; front: string },
): Promise<void> => {
  const { accessToken } = await signIn(origin, email, demoPassword);
  await context.addInitScript(
    ({ at, ...token }) => {
      if (location.origin === at) sessionStorage.setItem('signed-in', JSON.stringify(token));
    },
    { token: accessToken, expiresAt: now + hour, subject: decodeJwt(accessToken).sub, at: front },
  );
};

/** A person who comes to the site; the way through the sign-in page itself is walked by `Visitor`. */
export const personAt = async (
  browser: Browser,
  origin: string,
  options: {
    account?: { email: string } | undefined;
    patience?: number;
    /** Another address of the same site, at which its pages are opened; its own unless told. */
    front?: string | undefined;
    /** What the browser takes the time to be; the machine's unless told. */
    now?: number | undefined;
  } & BrowserContextOptions = {},
): Promise<Person> => {
  const { account, patience, now, front = origin, ...rest } = options;
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'America/Vancouver',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    // What a worker asks for, a test neither sees nor holds up.
    serviceWorkers: 'block',
    ...rest,
  });
  if (now !== undefined) await context.clock.setFixedTime(now);
  if (account !== undefined)
    await signedInAs(context, origin, { email: account.email, now: now ?? Date.now(), front });
  const page = await context.newPage();
  const settled = settlementOf(page, patience);
  return {
    context,
    page,
    settled,
    open: async (path) => {
      await page.goto(front + path);
      await settled();
    },
  };
};
