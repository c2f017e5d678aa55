import type { Browser } from 'playwright-core';
import { callerOf } from '../../infra/local/cycle/client.ts';
import {
  coordinator,
  linXiaoyu,
  newCompany,
  referrer,
  samWeber,
  wutong,
} from '../../infra/local/seed/accounts.ts';
import { sectionOf, sections } from '../../web/routes.ts';
import { match } from '../../web/shell/route.ts';
import { type Person, personAt } from './person.ts';
import { unseeded, waysTo } from './ways.ts';

export type Who = 'nobody' | 'student' | 'company' | 'coordinator' | 'referrer';

/** One page of the site as one of the demonstration's people can open it. */
export interface Example {
  /** The route's path, with its `:params`. */
  route: string;
  path: string;
  who: Who;
  /** Undefined for pages that need no sign-in. */
  account: { email: string } | undefined;
}

/** Somebody who was an intern last year, and has evaluated. */
const alumnus = async (origin: string): Promise<{ email: string }> => {
  const { call } = await callerOf(origin, coordinator);
  const { items: cycles } = await call('listCycles');
  for (const { id: cycleId } of cycles) {
    const { items } = await call('listCyclePlacements', {
      params: { cycleId },
      query: { limit: 1, state: 'completed' },
    });
    for (const { studentId } of items) return call('getStudent', { params: { studentId } });
  }
  throw new Error('Nobody was an intern in the demonstration.');
};

/** Those who look for a role's pages, in turn: the second may have what the first has no more. */
const peopleOf = {
  nobody: [undefined],
  student: [linXiaoyu, samWeber, alumnus],
  company: [wutong, newCompany],
  coordinator: [coordinator],
  referrer: [referrer],
} as const satisfies Record<
  Who,
  readonly ({ email: string } | undefined | ((origin: string) => Promise<{ email: string }>))[]
>;

const isWho = (role: string): role is Who => Object.hasOwn(peopleOf, role);

const whoMayOpen = (path: string): Who => {
  const { role } = sectionOf(path.split('?')[0] ?? '');
  return role !== undefined && isWho(role) ? role : 'nobody';
};

/** Every route of the site. */
export const everyRoute = async (): Promise<string[]> => {
  const lists = await Promise.all(sections.map(async ({ routes }) => (await routes()).default));
  return lists.flat().map(({ path }) => path);
};

/** What is done besides while pages are opened. */
interface Onlooker {
  /** How the people's browsers are. */
  with: Omit<Parameters<typeof personAt>[2] & {}, 'account'>;
  arrived: (person: Person) => void;
  look: (person: Person, example: Example) => Promise<void>;
}

/** Where an account comes in the order of those who look. */
const rankOf = (account: Example['account']): number => {
  const rank = roles.findIndex((who) => peopleOf[who][0] === account);
  return rank === -1 ? roles.length : rank;
};

/** Follows the links of the pages that are known, as readers do, until every route has an example. */
export class Search {
  readonly #routes: readonly string[];
  readonly #site: { browser: Browser; origin: string };
  readonly #onlooker: Onlooker | undefined;
  readonly found = new Map<string, Example>();
  /** Whose page led to each. */
  readonly #ranks = new Map<string, number>();

  constructor(site: { browser: Browser; origin: string }, routes: readonly string[], onlooker?: Onlooker) {
    this.#site = site;
    this.#routes = routes;
    this.#onlooker = onlooker;
    for (const route of routes) if (!route.includes(':')) this.#offer(route, peopleOf[whoMayOpen(route)][0]);
  }

  get #wanted(): string[] {
    return this.#routes.filter((route) => !this.found.has(route));
  }

  /** What no link of the demonstration leads to, and should. */
  get missing(): string[] {
    return this.#wanted.filter((route) => !unseeded.includes(route));
  }

  #offer(path: string, account: Example['account']): void {
    const plain = path.split(/[?#]/)[0] ?? '';
    // The first that matches, as in the site itself: a fixed path stands before one with parameters.
    const route = this.#routes.find((one) => match(one, plain) !== undefined);
    if (route === undefined) return;
    const who = whoMayOpen(path);
    const known = this.found.get(route);
    // Several people look at the same time: which of them came first must not decide what a page of nobody's is shown with.
    if (known !== undefined && !(who === 'nobody' && rankOf(account) < (this.#ranks.get(route) ?? 0))) return;
    this.#ranks.set(route, rankOf(account));
    this.found.set(route, { route, path, who, account: who === 'nobody' ? undefined : account });
  }

  /** Opens what this person may open, as long as a route of theirs, or of everyone, has no example, or one is to be looked at. */
  async #walk(person: Person, who: Who, account: Example['account']): Promise<void> {
    const wanted = () => this.#wanted.some((route) => [who, 'nobody'].includes(whoMayOpen(route)));
    const looked = new Set<Example>();
    const visit = async (): Promise<void> => {
      // The list grows while it is walked.
      for (const example of this.found.values()) {
        const own = this.#onlooker !== undefined && example.account === account;
        if (looked.has(example) || example.who !== who || !(own || wanted())) continue;
        looked.add(example);
        await person.open(example.path);
        const links = person.page.locator('a[href^="/"]');
        const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
        for (const href of hrefs) this.#offer(href, account);
        if (own) await this.#onlooker?.look(person, example);
      }
    };
    await visit();
    for (const [route, way] of Object.entries(waysTo))
      if (whoMayOpen(route) === who && this.#wanted.includes(route)) {
        const path = await way(person, (of) => this.found.get(of)?.path);
        if (path !== undefined) this.#offer(path, account);
      }
    await visit();
  }

  /** An example of each route of theirs that there is. What leads to pages of nobody's is found on the way. */
  async of(who: Who): Promise<void> {
    for (const one of peopleOf[who]) {
      const account = typeof one === 'function' ? await one(this.#site.origin) : one;
      const known = this.found.values().some((example) => example.account === account && example.who === who);
      if (!known && !this.#wanted.some((route) => whoMayOpen(route) === who)) continue;
      const person = await personAt(this.#site.browser, this.#site.origin, {
        ...this.#onlooker?.with,
        account,
      });
      this.#onlooker?.arrived(person);
      await this.#walk(person, who, account);
      await person.context.close();
    }
  }
}

/** Those whose pages can be found side by side; what nobody has to sign in for is found from theirs. */
export const roles = ['student', 'company', 'coordinator', 'referrer'] as const satisfies readonly Who[];

/** A letter leads there, and where it is night none has come. */
const byDay = '/unsubscribe/:token';

/** An example of each route, as far as the hour allows. Throws the names of those that no link of the demonstration leads to. */
export const examplesIn = async (site: { browser: Browser; origin: string }): Promise<Example[]> => {
  const routes = await everyRoute();
  const search = new Search(site, routes);
  await Promise.all(roles.map((who) => search.of(who)));
  await search.of('nobody');
  const missing = search.missing.filter((route) => route !== byDay);
  if (missing.length > 0)
    throw new Error(
      `No page of the demonstration leads to ${missing.join(', ')}. Link it from a page, seed what it shows, or write the way to it in test/browser/ways.ts.`,
    );
  return routes.flatMap((route) => search.found.get(route) ?? []);
};
