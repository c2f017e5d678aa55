import { runsOf } from './runs.ts';

/**
 * The tokens of a text, in order, repeats kept: what both search engines index. A run of Han characters gives its
 * characters and its pairs of neighbours (together they rank Chinese titles as well as a segmenter's words do, and
 * need none). Other words are lower-cased, without accents, lightly stemmed; "c++" and "c#" keep their signs.
 */
export function tokens(text: string): string[] {
  return tokensOf(text, true);
}

/** The same without the single characters of longer runs: in a long text nearly every character occurs. */
export function longTextTokens(text: string): string[] {
  return tokensOf(text, false);
}

function tokensOf(text: string, withCharacters: boolean): string[] {
  const found: string[] = [];
  for (const run of runsOf(text)) {
    if (run.isHan) addHan(found, [...run.text], withCharacters);
    else found.push(stem(run.text));
  }
  return found;
}

function addHan(found: string[], characters: readonly string[], withCharacters: boolean): void {
  for (const [index, character] of characters.entries()) {
    if (withCharacters || characters.length === 1) found.push(character);
    const next = characters[index + 1];
    if (next !== undefined) found.push(character + next);
  }
}

/** The tokens by which a word of a query says "the same word"; of a Han word its pairs, if it has any. */
export function wordTokens(word: string): readonly string[] {
  return longTextTokens(word);
}

/** The pieces of three letters of a word, its ends marked: what parts of compounds and other forms have in common. */
export function pieces(word: string): string[] {
  if (/\p{Script=Han}|^\d+$/u.test(word)) return [];
  const letters = [...`_${word}_`];
  return letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`);
}

/** Plurals that mean something else than their singular. */
const OWN_MEANING = new Set(['securities']);

/** A word without the ending of the plural. After D. Harman's S stemmer (1991). */
export function singular(word: string): string {
  if (word.length <= 3 || OWN_MEANING.has(word) || !/^[a-z]+$/.test(word)) return word;
  if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return /[^us]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Plurals and the endings -ing and -ed; words of up to four letters stay. */
export function stem(word: string): string {
  if (word.length <= 4 || !/^[a-z]+$/.test(word)) return word;
  if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  const single = /[^us]s$/.test(word) ? word.slice(0, -1) : word;
  const root = /(?:ing|ed)$/.test(single) ? single.replace(/(?:ing|ed)$/, '') : single;
  return root.length >= 4 ? root : single;
}
