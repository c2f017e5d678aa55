const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Han runs end where another script begins, so that "java开发" is two runs. */
const RUNS = /\p{Script=Han}+|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+(?:\+\+|#)?/gv;
const HAN = /^\p{Script=Han}/u;
const MARKS = /\p{M}+/gu;

/**
 * The tokens of a text, in order, repeats kept: what both search engines index. A run of Han characters gives its
 * characters, its pairs of neighbours and the words of three or more that the segmenter finds (characters and pairs
 * together rank Chinese titles better than words alone). Other words are lower-cased, without accents, lightly
 * stemmed; "c++" and "c#" keep their signs.
 */
export function tokens(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (HAN.test(run)) pushHan(run, found);
    else found.push(stem(run.normalize('NFD').replace(MARKS, '')));
  }
  return found;
}

function pushHan(run: string, found: string[]): void {
  const characters = [...run];
  for (const [index, character] of characters.entries()) {
    found.push(character);
    const next = characters[index + 1];
    if (next !== undefined) found.push(character + next);
  }
  if (characters.length < 3) return;
  for (const { segment } of segmenter.segment(run)) {
    if ([...segment].length > 2) found.push(segment);
  }
}

/** Plurals and the endings -ing and -ed; words of up to four letters stay. After D. Harman's S stemmer (1991). */
function stem(word: string): string {
  if (word.length <= 4 || !/^[a-z]+$/.test(word)) return word;
  if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  const single = /[^us]s$/.test(word) ? word.slice(0, -1) : word;
  const root = /(?:ing|ed)$/.test(single) ? single.replace(/(?:ing|ed)$/, '') : single;
  return root.length >= 4 ? root : single;
}
