import { readFile } from 'node:fs/promises';
import { create } from 'fontkit';
import woff2 from 'wawoff2';
import { onceEach } from '../../once-each.ts';
import { slicesOf, type Slice, type Weight } from './faces.ts';

/** Text as it is printed: composed, without characters that are never seen (joiners, marks of direction, selectors). */
export const seen = (text: string): string =>
  text.normalize('NFC').replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');

const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a reader takes for one character each. */
export const graphemes = (text: string): string[] =>
  [...segments.segment(text)].map(({ segment }) => segment);

export interface Font {
  file: string;
  /** As a PDF takes it: TrueType, or WOFF. */
  bytes: Buffer;
  has: (codePoint: number) => boolean;
}

const open = async (file: string): Promise<Font> => {
  const stored = await readFile(file);
  const bytes = file.endsWith('.woff2') ? Buffer.from(await woff2.decompress(stored)) : stored;
  const font = create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} holds several fonts.`);
  return { file, bytes, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
};

const fontIn = onceEach(open);

const isChinese = ({ file }: Slice): boolean => file.includes('wenkai');
const codePoints = (text: string): number[] => [...text].map((sign) => sign.codePointAt(0) ?? 0);

/** The first font that has all of a character; undefined when none does, and it cannot be printed. */
export const fontOf = async (
  grapheme: string,
  { weight, lang }: { weight: Weight; lang: 'zh' | 'en' },
): Promise<Font | undefined> => {
  const signs = codePoints(grapheme);
  const claiming = (await slicesOf(weight)).filter(({ claims }) => signs.every(claims));
  const order =
    lang === 'zh' ? claiming.toSorted((a, b) => Number(isChinese(b)) - Number(isChinese(a))) : claiming;
  for (const { file } of order) {
    const font = await fontIn(file);
    if (signs.every(font.has)) return font;
  }
  return undefined;
};
