import { simplified } from './simplified.ts';

/** A word of letters and digits, or a run of Han characters; normalised: NFKC, lower case, no accents, simplified. */
export interface Run {
  readonly text: string;
  readonly isHan: boolean;
}

/** Of any script but Han. */
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--\p{Script=Han}]`;
const SIGN = String.raw`(?:\+\+|#)?`;
/**
 * Han runs end where another script begins, so that "java开发" is two runs. "c++" and "c#" keep their signs. Most words
 * are of plain letters, which are found faster.
 */
const RUNS = new RegExp(String.raw`[a-z\d]+(?!${LETTER})${SIGN}|\p{Script=Han}+|${LETTER}+${SIGN}`, 'gv');
const HAN = /^\p{Script=Han}/u;
const MARKS = /\p{M}+/gu;
/** Characters that only say how others are shown, such as right-to-left marks and soft hyphens. */
const INVISIBLE = /\p{Cf}+/gu;
/** No word is longer; what is, is noise that would only fill an index. */
const LONGEST_WORD = 40;
/** Has no accents, and is not too long. */
const PLAIN_WORD = /^[a-z\d+#]{1,40}$/;

export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const run of text.replace(INVISIBLE, '').normalize('NFKC').toLowerCase().match(RUNS) ?? []) {
    if (PLAIN_WORD.test(run)) runs.push({ text: run, isHan: false });
    else if (HAN.test(run)) runs.push({ text: simplified(run), isHan: true });
    else {
      const word = run.normalize('NFD').replace(MARKS, '').normalize('NFC');
      if (word !== '') runs.push({ text: [...word].slice(0, LONGEST_WORD).join(''), isHan: false });
    }
  }
  return runs;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a Han run, as the segmenter finds them. */
export function hanWords(run: string): string[] {
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}
