import { familyToken, rolesIn, roleToken, type FoundRole } from './roles.ts';
import { hanWords, runsOf } from './runs.ts';
import type { QueryWord, TextField, TextQuery, WeightedTerm } from './text-query.ts';
import { pieces, tokens, wordTokens } from './tokens.ts';

/**
 * What a term counts. Tuned on half of the published titles of TalentCLEF 2025, then rounded; the other half agrees
 * (`npm run relevance`). Words of a kind or level say little of what the work is about.
 */
const WEIGHT = { word: 1, character: 0.25, piece: 0.3, role: 2, family: 1, inText: 0.5 } as const;
const TOLD = { work: 1, kind: 0.5, level: 0.3 } as const;
/** How much of a role's weight a kind or a level has. */
const ROLE_SHARE = { work: 1, kind: 0.15, level: 0.05 } as const;

/** Enough to say what a text is about; more only costs time. */
const PROFILE_WORDS = 24;
const QUERY_WORDS = 48;
/** Pieces help a few words that are spelt otherwise; among many they only cost time. */
const WORDS_WITH_PIECES = 8;

/** Words that every text has. */
const COMMON = new Set(
  'a about after also an and are as at be been both but by can do each for from had has have her his i in into is it its more most my no not of on or other our she so some such than that the their them they this to was we were what when which who will with would year you your 的 了 和 与 及 或 在 是 我 我们 一个'.split(
    ' ',
  ),
);

/** A word of a text, with the places of its units (Latin words and Han characters) in it. */
interface Word {
  readonly text: string;
  readonly run: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The search for what a person typed. */
export function searchQuery(q: string): TextQuery {
  const every = wordsOf(q);
  const uncommon = every.filter(({ text }) => !COMMON.has(text));
  const all = uncommon.length > 0 ? uncommon : every;
  const kept = new Set(distinct(all).slice(0, QUERY_WORDS));
  const words = all.filter(({ text }) => kept.has(text));
  const found = rolesIn(q);
  const terms = new Terms();
  for (const word of words) addWord(terms, word, found);
  for (const [first, second] of neighbours(words)) addJoint(terms, first, second, found);
  if (kept.size <= WORDS_WITH_PIECES) {
    for (const word of words) {
      for (const piece of pieces(word.text)) terms.add('pieces', piece, WEIGHT.piece * told(word, found));
    }
  }
  return { terms: terms.list(), words: queryWords(words, found, terms) };
}

/** The search for what a longer text is about: its most frequent telling words, first those that come first. */
export function profileQuery(text: string): TextQuery {
  const all = wordsOf(text).filter((word) => isTelling(word.text));
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
  const kept = new Set(
    distinct(all)
      .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
      .slice(0, PROFILE_WORDS),
  );
  const words = all.filter((word) => kept.has(word.text));
  const found = rolesIn(text);
  const terms = new Terms();
  for (const word of words) addWord(terms, word, found);
  return { terms: terms.list(), words: queryWords(words, found, terms) };
}

/** How many of a query's words a document must have: three quarters, rounded down, at least one. */
export function neededMatches(wordCount: number): number {
  return Math.max(1, Math.floor(wordCount * 0.75));
}

/** Distinct terms; of equal ones the largest weight counts. */
class Terms {
  readonly #terms = new Map<string, WeightedTerm>();

  add(field: TextField, token: string, weight: number): void {
    const key = `${field} ${token}`;
    if ((this.#terms.get(key)?.weight ?? 0) < weight) this.#terms.set(key, { field, token, weight });
  }

  has(field: TextField, token: string): boolean {
    return this.#terms.has(`${field} ${token}`);
  }

  list(): readonly WeightedTerm[] {
    return [...this.#terms.values()];
  }
}

/** The tokens of a word, and the roles it is part of. */
function addWord(terms: Terms, word: Word, found: readonly FoundRole[]): void {
  const share = told(word, found);
  const whole = wordTokens(word.text);
  for (const token of tokens(word.text)) {
    terms.add('title', token, share * (whole.includes(token) ? WEIGHT.word : WEIGHT.character));
  }
  for (const token of whole) terms.add('text', token, share * WEIGHT.inText);
  for (const { role } of found.filter((one) => overlaps(word, one))) {
    terms.add('roles', roleToken(role), WEIGHT.role * ROLE_SHARE[role.sort]);
    if (role.sort === 'work') terms.add('roles', familyToken(role), WEIGHT.family);
  }
}

/** Chinese puts no spaces: the pair where two words meet says that they stand together. */
function addJoint(terms: Terms, first: Word, second: Word, found: readonly FoundRole[]): void {
  const pair = `${[...first.text].at(-1) ?? ''}${[...second.text][0] ?? ''}`;
  terms.add('title', pair, WEIGHT.word * Math.min(told(first, found), told(second, found)));
}

function neighbours(words: readonly Word[]): [Word, Word][] {
  return words.flatMap((word, index): [Word, Word][] => {
    const next = words[index + 1];
    return next !== undefined && next.run === word.run && next.from === word.to ? [[word, next]] : [];
  });
}

/** How much a word tells of the work: less when it names a kind or a level. */
function told(word: Word, found: readonly FoundRole[]): number {
  return Math.min(1, ...found.filter((one) => overlaps(word, one)).map(({ role }) => TOLD[role.sort]));
}

function queryWords(words: readonly Word[], found: readonly FoundRole[], terms: Terms): QueryWord[] {
  return distinct(words).map((text) => {
    const places = words.filter((word) => word.text === text);
    const named = found.filter((one) => places.some((word) => overlaps(word, one))).map(({ role }) => role);
    return {
      word: text,
      same: wordTokens(text),
      roles: [...new Set(named.map(roleToken))],
      families: [...new Set(named.map(familyToken))].filter((token) => terms.has('roles', token)),
      pieces: pieces(text).filter((token) => terms.has('pieces', token)),
    };
  });
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const [index, run] of runsOf(text).entries()) {
    for (const word of run.isHan ? hanWords(run.text) : [run.text]) {
      const to = from + (run.isHan ? [...word].length : 1);
      words.push({ text: word, run: index, from, to });
      from = to;
    }
  }
  return words;
}

function distinct(words: readonly Word[]): string[] {
  return [...new Set(words.map(({ text }) => text))];
}

function overlaps(word: Word, found: FoundRole): boolean {
  return word.from < found.to && found.from < word.to;
}

function isTelling(word: string): boolean {
  return word.length > 1 && !COMMON.has(word) && !/^\d+$/.test(word);
}
