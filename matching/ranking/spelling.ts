import { categoryNames } from '../taxonomy/categories.ts';
import { majorNames } from '../taxonomy/majors.ts';
import { roles } from '../taxonomy/roles.ts';
import { skillNames } from '../taxonomy/skills.ts';
import { runsOf } from './runs.ts';
import { singular, stem } from './tokens.ts';

/** A word that was typed, and the known word that it is taken for. */
export interface Slip {
  readonly typed: string;
  readonly meant: string;
}

/** A shorter word has too many neighbours to say which was meant. */
const SHORTEST = 5;
/** From this many letters on a word may differ in two places. */
const LONG = 9;
/** So many times as often is clearly the more common word. */
const CLEARLY = 3;

interface Vocabulary {
  /** With how often each names something. */
  readonly counts: ReadonlyMap<string, number>;
  /** And their stems. */
  readonly known: ReadonlySet<string>;
}
let vocabulary: Vocabulary | undefined;
/** The Latin words that name skills, roles, majors and categories: the one list that says how a word is spelt. */
const learnt = (): Vocabulary => {
  if (vocabulary !== undefined) return vocabulary;
  const names = [skillNames, majorNames, categoryNames].flatMap((all) => Object.values(all));
  const counts = counted(
    [...roles.flatMap(({ words }) => words), ...names.map(({ en }) => en)]
      .flatMap(runsOf)
      .filter(({ text, isHan }) => !isHan && text.length >= SHORTEST && /^[a-z]+$/.test(text))
      .map(({ text }) => text),
  );
  const known = new Set([...counts.keys()].flatMap((word) => [word, stem(word)]));
  return (vocabulary = { counts, known });
};

/**
 * The words of a text that look like slips of known ones: with the same first letter and one letter missing, added,
 * changed or swapped with its neighbour, in long words two. Whether anything has the word as it was typed is for the
 * caller to ask.
 */
export function slipsIn(text: string): readonly Slip[] {
  const words = new Set(runsOf(text).map((run) => run.text));
  return [...words].flatMap((typed) => {
    const meant = meantBy(typed);
    return meant === undefined ? [] : [{ typed, meant }];
  });
}

/** The text with those words put right; the rest stays as it was typed. */
export function withoutSlips(text: string, slips: readonly Slip[]): string {
  return slips.reduce(
    // the typed word is made of the letters a to z
    (now, { typed, meant }) => now.replaceAll(new RegExp(`(?<!\\p{L})${typed}(?!\\p{L})`, 'giu'), meant),
    text,
  );
}

function meantBy(typed: string): string | undefined {
  if (!/^[a-z]{5,}$/.test(typed)) return undefined;
  const { counts, known } = learnt();
  if (known.has(typed) || known.has(stem(typed))) return undefined;
  const most = typed.length >= LONG ? 2 : 1;
  const near = [...counts].flatMap(([word, count]) => {
    if (word[0] !== typed[0] || Math.abs(word.length - typed.length) > most) return [];
    const distance = distanceOf(typed, word);
    return distance <= most ? [{ word, distance, isSwap: isSwap(typed, word), count }] : [];
  });
  const [best, second] = near.toSorted(
    (a, b) => a.distance - b.distance || Number(b.isSwap) - Number(a.isSwap) || b.count - a.count,
  );
  if (best === undefined || second?.distance !== best.distance) return best?.word;
  // of two that are equally near the common one, when it is much more so; else it would be a guess
  const isClear =
    best.isSwap !== second.isSwap ||
    best.count >= CLEARLY * second.count ||
    singular(second.word) === singular(best.word);
  return isClear ? best.word : undefined;
}

function isSwap(typed: string, word: string): boolean {
  return [...typed].toSorted().join('') === [...word].toSorted().join('');
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * How many letters have to be added, left out, changed or swapped with a neighbour: the optimal string alignment
 * distance, after F. Damerau (1964).
 */
function distanceOf(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j] ?? 0, (beforeLast[j - 2] ?? 0) + 1);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
