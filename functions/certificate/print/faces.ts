import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onceEach } from '../../once-each.ts';

/** A part of a typeface, with the characters that its style sheet says it has: some of them it may lack. */
export interface Slice {
  file: string;
  claims: (codePoint: number) => boolean;
}
export type Weight = 'regular' | 'bold';

/** Where a package's style sheets and fonts are: beside a deployed function, else where npm put them. */
const beside = join(import.meta.dirname, 'fonts');
const packages = existsSync(beside) ? beside : join(import.meta.dirname, '../../../node_modules');

/**
 * The typefaces (SIL Open Font License), in the order in which they are asked for a character: letters of Latin, Greek
 * and Cyrillic, then Chinese in the hand of a certificate with kana and some hangul, then Arabic.
 */
const styleSheets: Readonly<Record<Weight, readonly string[]>> = {
  regular: [
    '@fontsource/noto-serif/400.css',
    'lxgw-wenkai-webfont/lxgwwenkai-regular.css',
    '@fontsource/noto-naskh-arabic/400.css',
  ],
  bold: [
    '@fontsource/noto-serif/700.css',
    'lxgw-wenkai-webfont/lxgwwenkai-bold.css',
    '@fontsource/noto-naskh-arabic/700.css',
  ],
};

const ranges = (text: string): [number, number][] =>
  [...text.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);

/** The font faces of a style sheet: its file (WOFF where there is one) and its range of characters. */
const facesIn = (sheet: string, css: string): Slice[] =>
  [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, body = '']) => {
    const urls = [...body.matchAll(/url\(['"]?\.\/([^'")]+)['"]?\)/g)].map(([, url = '']) => url);
    const file = urls.find((url) => url.endsWith('.woff')) ?? urls[0];
    const covered = ranges(/unicode-range:([^;}]*)/.exec(body)?.[1] ?? '');
    if (file === undefined || covered.length === 0) return [];
    return [
      {
        file: join(dirname(sheet), file),
        claims: (codePoint) => covered.some(([from, to]) => from <= codePoint && codePoint <= to),
      },
    ];
  });

/** All that a print reads, by its place among the packages: to lie beside a deployed function. */
export const filesOfPrint = (): string[] =>
  Object.values(styleSheets)
    .flat()
    .flatMap((sheet) => [
      sheet,
      ...facesIn(sheet, readFileSync(join(packages, sheet), 'utf8')).map(({ file }) => file),
    ]);

const read = async (weight: Weight): Promise<Slice[]> => {
  const sheets = styleSheets[weight].map(async (sheet) =>
    facesIn(sheet, await readFile(join(packages, sheet), 'utf8')),
  );
  return (await Promise.all(sheets)).flat().map((slice) => ({ ...slice, file: join(packages, slice.file) }));
};

/** The slices of a weight; read when somebody first prints. */
export const slicesOf = onceEach(read);
