import type { Browser } from 'playwright-core';
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

/** Those who look for a role's pages, in turn: the second may have what the first has no more. */
const peopleOf = {
  nobody: [undefined],
  student: [linXiaoyu, samWeber],
  company: [wutong, newCompany],
  coordinator: [coordinator],
  referrer: [referrer],
} as const satisfies Record<Who, readonly ({ email: string } | undefined)[]>;

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

/** Follows the links of the pages that are known, as readers do, until every route has an example. */
class Search {
  readonly #routes: readonly string[];
  readonly found = new Map<string, Example>();

  constructor(routes: readonly string[]) {
    this.#routes = routes;
  }

  get missing(): string[] {
    return this.#routes.filter((route) => !this.found.has(route));
  }

  offer(path: string, account: Example['account']): void {
    const plain = path.split(/[?#]/)[0] ?? '';
    // The first that matches, as in the site itself: a fixed path stands before one with parameters.
    const route = this.#routes.find((one) => match(one, plain) !== undefined);
    if (route === undefined || this.found.has(route)) return;
    const who = whoMayOpen(path);
    this.found.set(route, { route, path, who, account: who === 'nobody' ? undefined : account });
  }

  /** Opens what this person may open, as long as a route of theirs, or of everyone, has no example. */
  async walk(person: Person, who: Who, account: Example['account']): Promise<void> {
    const wanted = () => this.missing.some((route) => [who, 'nobody'].includes(whoMayOpen(route)));
    // The list grows while it is walked.
    for (const { path } of this.found.values()) {
      if (!wanted()) return;
      if (whoMayOpen(path) !== who) continue;
      await person.open(path);
      const links = person.page.locator('a[href^="/"]');
      const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      for (const href of hrefs) this.offer(href, account);
    }
    for (const [route, way] of Object.entries(waysTo))
      if (whoMayOpen(route) === who && this.missing.includes(route)) {
        const path = await way(person, (of) => this.found.get(of)?.path);
        if (path !== undefined) this.offer(path, account);
      }
  }
}

/** An example of each route. Throws the names of those that no link of the demonstration leads to. */
export const examplesIn = async (site: { browser: Browser; origin: string }): Promise<Example[]> => {
  const routes = await everyRoute();
  const search = new Search(routes);
  for (const route of routes) {
    const who = whoMayOpen(route);
    if (!route.includes(':')) search.offer(route, peopleOf[who][0]);
  }
  for (const who of ['student', 'company', 'coordinator', 'referrer', 'nobody'] as const)
    for (const account of peopleOf[who]) {
      if (!search.missing.some((route) => whoMayOpen(route) === who)) continue;
      const person = await personAt(site.browser, site.origin, { account });
      await search.walk(person, who, account);
      await person.context.close();
    }
  const missing = search.missing.filter((route) => !unseeded.includes(route));
  if (missing.length > 0)
    throw new Error(
      `No page of the demonstration leads to ${missing.join(', ')}. Link it from a page, seed what it shows, or write the way to it in test/browser/ways.ts.`,
    );
  return routes.flatMap((route) => search.found.get(route) ?? []);
};
