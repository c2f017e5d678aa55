import { allLanguageLevels, languageLevels, type LanguageLevel } from '../levels.ts';

/** A language at a level as one word that sorts by level within its code: `en:060`. */
export function languageKey(code: string, level: LanguageLevel): string {
  return `${code}:${String(Math.round(100 * languageLevels[level])).padStart(3, '0')}`;
}

/** The keys of those levels of a language that pass. */
export function languageKeys(code: string, passes: (level: LanguageLevel) => boolean): string[] {
  return [...new Set(allLanguageLevels.filter(passes).map((level) => languageKey(code, level)))].toSorted();
}

/** The keys of a language by what its level is worth in percent. */
export function keysByPercent(
  code: string,
  percentOf: (level: LanguageLevel) => number,
): { percent: number; keys: readonly string[] }[] {
  const percents = [...new Set(allLanguageLevels.map(percentOf))];
  return percents.map((percent) => ({
    percent,
    keys: languageKeys(code, (level) => percentOf(level) === percent),
  }));
}
