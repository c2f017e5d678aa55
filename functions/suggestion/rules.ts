import { simplified } from '../../matching/ranking/simplified.ts';

const longest = 80;
const mostStarts = 8;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Texts that differ in width, case, spaces or the script of their Chinese only are typed alike. */
export const typed = (text: string): string =>
  simplified(text.normalize('NFKC').toLowerCase())
    .replaceAll(/\s+/gu, ' ')
    .trimStart()
    .slice(0, longest)
    .toWellFormed();

/** What can be typed to find a text: the text from its beginning and from each of its words on. */
export const startsOf = (text: string): string[] => {
  const whole = typed(text).trimEnd();
  const starts = [...segmenter.segment(whole)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index }) => whole.slice(index))
    // The last character of a Chinese compound says nothing by itself.
    .filter((start) => start.length > 1);
  return [...new Set([whole, ...starts])].filter((start) => start !== '').slice(0, mostStarts);
};

/** Whether what was typed begins a text or one of its words. */
export const begins = (q: string, text: string): boolean =>
  startsOf(text).some((start) => start.startsWith(q));
