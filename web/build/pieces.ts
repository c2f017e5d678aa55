import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import type { Part, Parts } from './closures.ts';
import { type Strings, stringsIn, united } from './strings.ts';
import { dictionariesOf, refusalWords, type Words, wordsFor } from './words.ts';

/** Method and path of every operation, by its name. */
type OperationMap = Readonly<Record<string, readonly [method: string, path: string]>>;

export interface Pieces {
  plugin: Plugin;
  /** The operations that every page knows. */
  shellOperations: OperationMap;
  /** The files of sentences. */
  words: readonly { path: string; content: string }[];
}

const langs = ['zh', 'en'] as const;
/** How many pages of a section have to need a module before all of them bring it in one file. */
const common = 0.5;
/** How many of all pages. */
const often = 0.25;

const stringsOfParts = async (root: string, parts: Parts): Promise<Map<Part, Strings>> => {
  const files = new Set([parts.shell, ...parts.pages].flatMap((part) => [...part.files]));
  const own = [...files].filter((file) => file.startsWith('web/') && /\.tsx?$/.test(file));
  const read = new Map(
    await Promise.all(
      own.map(async (file): Promise<[string, Strings]> => [file, await stringsIn(root, file)]),
    ),
  );
  return new Map(
    [parts.shell, ...parts.pages].map((part) => [
      part,
      united([...part.files].flatMap((file) => read.get(file) ?? [])),
    ]),
  );
};

/** Areas and their files, as `web/i18n/areas.ts` lists them. */
const areaFiles = async (web: string): Promise<Record<string, string>> => {
  const text = await readFile(join(web, 'i18n/areas.ts'), 'utf8');
  const lines = text.matchAll(/(\w+): \(\) => import\('\.\/zh\/([\w-]+\.ts)'\)/g);
  return Object.fromEntries([...lines].map(([, area, file]) => [area ?? '', file ?? '']));
};

/** `web/public/home.tsx` is `public.home`. */
const nameOf = (file: string): string => file.slice('web/'.length, -'.tsx'.length).replace('/', '.');

const sectionOf = (file: string): string => file.split('/')[1] ?? '';

/** The pages where readers arrive: those of everyone that are read, and the page that a role begins with. */
const isStart = (file: string): boolean =>
  /^web\/(?:public\/(?:home|how|posting|postings)|[^/]+\/today)\.tsx$/.test(file);

/** The modules that so many of the pages need that each may as well bring them all, in one file. */
const commonOf = (pages: readonly Part[], least: number): string[] => {
  const counts = new Map<string, number>();
  for (const { atOnce } of pages) for (const file of atOnce) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= least * pages.length).map(([file]) => file);
};

/**
 * Cuts the site so that a page brings what it needs and little else: the sentences that it can ask for, the operations
 * that it calls, and in one file what most pages of its section share.
 */
export const pieces = async (web: string, parts: Parts, operations: OperationMap): Promise<Pieces> => {
  const root = join(web, '..');
  const strings = await stringsOfParts(root, parts);
  const shell = strings.get(parts.shell) ?? united([]);
  const named = (of: Strings): OperationMap =>
    Object.fromEntries(Object.entries(operations).filter(([name]) => of.plain.has(name)));
  const shellOperations = named(shell);
  const files = await areaFiles(web);
  const dictionaries = {
    zh: await dictionariesOf(web, 'zh', files),
    en: await dictionariesOf(web, 'en', files),
  };
  const pageOf = new Map(parts.pages.map((page) => [page.entry, page]));

  /** The files of sentences of a language, by name. */
  const filesOf = (lang: (typeof langs)[number]): [string, Words][] => [
    ['shell', wordsFor(dictionaries[lang], shell)],
    ['refusal', refusalWords(dictionaries[lang])],
    ...parts.pages.map((page): [string, Words] => [
      nameOf(page.entry),
      wordsFor(dictionaries[lang], strings.get(page) ?? united([]), shell),
    ]),
  ];
  const words = langs.flatMap((lang) =>
    filesOf(lang).map(([name, content]) => ({
      path: `${lang}/${name}.js`,
      content: `export default ${JSON.stringify(content)}
`,
    })),
  );

  const sections = new Map<string, Part[]>();
  for (const page of parts.pages)
    sections.set(sectionOf(page.entry), [...(sections.get(sectionOf(page.entry)) ?? []), page]);
  // What the home page needs and other pages do too costs its readers nothing, and saves the others a file each.
  const home = parts.pages.find(({ entry }) => entry.endsWith('/public/home.tsx'));
  const homeShares = commonOf(parts.pages, 2 / parts.pages.length).filter(
    (file) => home?.atOnce.has(file) === true,
  );
  // A file more costs a slow line as much as ten kilobytes, so what several start pages need comes in one file, and
  // what forms are made of in another; every page that needs a part of such a file brings it.
  const bare = (list: readonly string[]): string[] =>
    list.filter((file) => !parts.shell.files.has(file) && !homeShares.includes(file));
  const starts = parts.pages.filter(({ entry }) => entry.endsWith('/today.tsx'));
  const basics = bare(commonOf(parts.pages, 2 / parts.pages.length)).filter((file) =>
    starts.some(({ atOnce }) => atOnce.has(file)),
  );
  const forms = bare(commonOf(parts.pages, often)).filter((file) => !basics.includes(file));
  const together: Readonly<Record<string, readonly string[]>> = { basics, forms };
  const commonTo = (section: string): readonly string[] => commonOf(sections.get(section) ?? [], common);
  const brings = (page: Part, file: string): boolean =>
    page.atOnce.has(file) || (!isStart(page.entry) && commonTo(sectionOf(page.entry)).includes(file));
  const importsOf = (list: Iterable<string>): string =>
    [...list]
      .filter((file) => /^(web|matching|functions)\/.*\.tsx?$/.test(file))
      .map((file) => `import ${JSON.stringify(join(root, file))};`)
      .join('\n');

  /** A module with the name of its sentences beside every part that it brings when it is shown. */
  const withWords = async (path: string): Promise<string> =>
    (await readFile(path, 'utf8')).replaceAll(
      /load: \(\) => import\('\.\/([\w-]+\.tsx)'\)/g,
      (found, file: string) =>
        `${found}, words: '${nameOf(`web/${sectionOf(relative(root, path))}/${file}`)}'`,
    );

  const plugin: Plugin = {
    name: 'pieces',
    setup(build) {
      build.onResolve({ filter: /^common:/ }, ({ path }) => ({ path, namespace: 'pieces' }));
      build.onLoad({ filter: /^common:/, namespace: 'pieces' }, ({ path }) => ({
        contents:
          path === 'common:shell'
            ? importsOf([...parts.shell.files, ...homeShares].filter((file) => file !== parts.shell.entry))
            : importsOf(together[path.slice(7)] ?? commonTo(path.slice(7))),
        resolveDir: root,
      }));
      build.onLoad({ filter: /\/web\/[^/]+\/(?:first-)?routes\.ts$/ }, async ({ path }) => ({
        // The tables of routes that are known at once come with the shell, whoever asks for them.
        contents: `${path.endsWith('/routes.ts') ? `import 'common:shell';` : ''}\n${await withWords(path)}`,
        loader: 'ts',
      }));
      // What every page brings comes with the first script, in one file.
      build.onLoad({ filter: /\/web\/main\.tsx$/ }, async ({ path }) => ({
        contents: `${await readFile(path, 'utf8')}\nimport 'common:shell';`,
        loader: 'tsx',
      }));
      build.onLoad({ filter: /\/web\/[^/]+\/[\w-]+\.tsx$/ }, async ({ path }) => {
        const page = pageOf.get(relative(root, path));
        const contents = await withWords(path);
        if (page === undefined) return { contents, loader: 'tsx' };
        const more = Object.entries(named(strings.get(page) ?? united([]))).filter(
          ([name]) => !(name in shellOperations),
        );
        const lines = [
          `import 'common:shell';`,
          ...Object.entries(together).map(
            ([name, list]) => list.some((file) => brings(page, file)) && `import 'common:${name}';`,
          ),
          // A start page is opened first and by everyone: it brings what it needs itself and no more.
          !isStart(page.entry) && `import 'common:${sectionOf(page.entry)}';`,
          more.length > 0 &&
            `import { operationMap } from ${JSON.stringify(join(web, 'api/operation-map.ts'))};`,
          more.length > 0 && `Object.assign(operationMap, ${JSON.stringify(Object.fromEntries(more))});`,
        ].filter((line) => line !== false);
        return { contents: `${contents}\n${lines.join('\n')}`, loader: 'tsx' };
      });
    },
  };
  return { plugin, shellOperations, words };
};
