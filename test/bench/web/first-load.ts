import { gzipSync } from 'node:zlib';
import type { Browser, Request, Response } from 'playwright-core';
import { scriptsIn } from '../../../functions/pages/security.ts';
import type { Example, Who } from '../../browser/examples.ts';
import { type Person, personAt } from '../../browser/person.ts';
import type { Figure } from './figure.ts';

const script: Record<Who, number> = { nobody: 20, student: 30, company: 35, coordinator: 45, referrer: 35 };
const style = 10;
const starts: Record<Who, string> = {
  nobody: '/',
  student: '/student',
  company: '/company',
  coordinator: '/coordinator',
  referrer: '/referrer',
};

interface Load {
  path: string;
  script: number;
  style: number;
  foreign: string[];
  fonts: number;
}

const gzipped = async (response: Response): Promise<number> =>
  gzipSync(await response.body(), { level: 9 }).length / 1024;

/** What a browser with nothing in its cache brings for a page, in the language whose words are longer. */
const loadOf = async (person: Person, origin: string, path: string): Promise<Load> => {
  const seen: Response[] = [];
  const foreign: string[] = [];
  const onResponse = (response: Response): void => void seen.push(response);
  const onRequest = (request: Request): void => {
    const { origin: host, protocol } = new URL(request.url());
    if (host !== origin && protocol.startsWith('http')) foreign.push(request.url());
  };
  person.page.on('response', onResponse);
  person.page.on('request', onRequest);
  await person.open(path);
  const sum = async (kind: string): Promise<number> => {
    const files = seen.filter((response) => response.request().resourceType() === kind);
    const sizes = await Promise.all(files.map(gzipped));
    return sizes.reduce((all, size) => all + size, 0);
  };
  const held = scriptsIn(await person.page.content()).map((text) => gzipSync(text, { level: 9 }).length);
  const load = {
    path,
    script: (await sum('script')) + held.reduce((all, size) => all + size / 1024, 0),
    style: await sum('stylesheet'),
    foreign,
    fonts: seen.filter((response) => response.request().resourceType() === 'font').length,
  };
  person.page.off('response', onResponse);
  person.page.off('request', onRequest);
  return load;
};

/** A tab of the role that keeps nothing between two pages. */
const forgetful = async (browser: Browser, origin: string, account: Example['account']): Promise<Person> => {
  const person = await personAt(browser, origin, { account, locale: 'zh-CN' });
  const devtools = await person.context.newCDPSession(person.page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  return person;
};

/** The first load of each role's start page and of its heaviest page, against the budgets. */
export const firstLoads = async (
  { browser, origin }: { browser: Browser; origin: string },
  examples: readonly Example[],
): Promise<Figure[]> => {
  const figures: Figure[] = [];
  const loads: Load[] = [];
  for (const who of ['nobody', 'student', 'company', 'coordinator', 'referrer'] as const) {
    const own: { example: Example; load: Load }[] = [];
    // The catalogue of components is for those who build pages: it shows all of them at once.
    const theirs = examples.filter(({ who: whose, route }) => whose === who && route !== '/components');
    for (const account of new Set(theirs.map((example) => example.account))) {
      const person = await forgetful(browser, origin, account);
      for (const example of theirs.filter((one) => one.account === account))
        own.push({ example, load: await loadOf(person, origin, example.path) });
      await person.context.close();
    }
    loads.push(...own.map(({ load }) => load));
    const heaviest = own.toSorted((a, b) => b.load.script - a.load.script);
    const start = own.find(({ load }) => load.path === starts[who]);
    const name = who === 'nobody' ? 'public' : who;
    const budget = { budget: script[who], unit: 'KB', fails: true } as const;
    if (start !== undefined)
      figures.push({ name: `${name}: script on ${starts[who]}`, measured: start.load.script, ...budget });
    const [first, ...others] = heaviest;
    if (first !== undefined)
      figures.push({
        name: `${name}: script of the heaviest of ${own.length} pages`,
        measured: first.load.script,
        ...budget,
        // Few arrive there first: it is shown, and does not fail.
        fails: false,
        note: [first, ...others.slice(0, 3)]
          .map(({ example, load }) => `${example.route} ${load.script.toFixed(1)}`)
          .join(', '),
      });
  }
  const most = Math.max(...loads.map((load) => load.style));
  const foreign = loads.flatMap((load) => load.foreign);
  return [
    ...figures,
    { name: 'styles, the most of any page', measured: most, budget: style, unit: 'KB', fails: true },
    {
      name: 'requests to another host',
      measured: foreign.length,
      budget: 0,
      unit: '',
      fails: true,
      note: foreign.slice(0, 3).join(' '),
    },
    {
      name: 'web fonts',
      measured: loads.reduce((all, load) => all + load.fonts, 0),
      budget: 0,
      unit: '',
      fails: true,
    },
  ];
};
