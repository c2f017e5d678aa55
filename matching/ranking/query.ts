import { tokens } from './tokens.ts';

/** Enough to say what a text is about; more only costs time. */
const PROFILE_TOKENS = 24;

/** Words that every profile has. */
const COMMON = new Set(
  'about after also and are been both but can each for from had has have her his into its more most not other our she some such than that the their them they this was were what when which who will with would year your'.split(
    ' ',
  ),
);

/** The distinct tokens of what a person typed. */
export function queryTokens(q: string): readonly string[] {
  return [...new Set(tokens(q))];
}

/** The most frequent telling tokens of a longer text, first those that come first. Single letters and characters tell little. */
export function profileTokens(text: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const token of tokens(text)) {
    if (token.length < 2 || COMMON.has(token) || /^\d+$/.test(token)) continue;
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, PROFILE_TOKENS)
    .map(([token]) => token);
}

/** How many of a query's tokens a document must have: three quarters, rounded down, at least one. */
export function neededMatches(tokenCount: number): number {
  return Math.max(1, Math.floor(tokenCount * 0.75));
}
