/**
 * Language levels on one scale in [0, 1]. CEFR levels are spaced evenly enough to compare. HSK (2010, levels 1 to
 * 6) stands between its publisher's claim (HSK 6 = C2) and that of the Fachverband Chinesisch (HSK 6 = B2 to C1).
 */
export const languageLevels = {
  A1: 0.15,
  A2: 0.3,
  B1: 0.45,
  B2: 0.6,
  C1: 0.8,
  C2: 0.95,
  native: 1,
  HSK1: 0.1,
  HSK2: 0.2,
  HSK3: 0.3,
  HSK4: 0.45,
  HSK5: 0.6,
  HSK6: 0.8,
} as const;

export type LanguageLevel = keyof typeof languageLevels;

export function isLanguageLevel(level: string): level is LanguageLevel {
  return Object.hasOwn(languageLevels, level);
}

/**
 * How much of an asked level a held one reaches, in whole percent, at most 100: sums of whole numbers are the same in
 * every engine.
 */
export function reachedPercent(held: LanguageLevel, asked: LanguageLevel): number {
  return Math.min(100, Math.round((100 * languageLevels[held]) / languageLevels[asked]));
}

/** One CEFR level. */
const ONE_LEVEL = 0.21;

/** Whether a language is at most one level below what is asked. */
export function isWithinReach(held: LanguageLevel, asked: LanguageLevel): boolean {
  return languageLevels[held] >= languageLevels[asked] - ONE_LEVEL;
}

export const allLanguageLevels: readonly LanguageLevel[] =
  Object.keys(languageLevels).filter(isLanguageLevel);

/** Each language once, at the highest level that is named. */
export function highestByCode<L extends { readonly code: string; readonly level: LanguageLevel }>(
  languages: readonly L[],
): L[] {
  const sorted = languages.toSorted((a, b) => languageLevels[b.level] - languageLevels[a.level]);
  return languages.filter((one) => sorted.find(({ code }) => code === one.code) === one);
}
