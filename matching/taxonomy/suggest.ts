import { categorySlugs, type CategorySlug } from './categories.ts';
import keywords from './keywords.json' with { type: 'json' };

export interface CategorySuggestion {
  readonly category: CategorySlug;
  /** In (0, 1]: the category's share of all the evidence in the title. */
  readonly confidence: number;
}

/** Work that none of the categories is about. */
const ELSEWHERE = 'elsewhere';

interface Keyword {
  readonly category: CategorySlug | typeof ELSEWHERE;
  readonly weight: number;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly keyword: string;
}

/** A hint alone is not enough to suggest anything. */
const weights = { decisive: 4, usual: 2, hint: 0.5 } as const;
const LEAST_EVIDENCE = 1;

/** Keyword to what it speaks for. A Latin one ends with "*" when longer words count too. */
const table = new Map<string, Keyword[]>();
for (const category of [...categorySlugs, ELSEWHERE] as const) {
  for (const strength of ['decisive', 'usual', 'hint'] as const) {
    for (const word of keywords[category][strength]) {
      const entries = table.get(word) ?? [];
      entries.push({ category, weight: weights[strength] });
      table.set(word, entries);
    }
  }
}
const words = [...table.keys()].map((keyword) => ({ keyword, ...patternOf(keyword) }));

/** Parts of a title, the main one first as a rule: "Intern - Data Science (Summer)". */
const PARTS = /\s[-–—|]+\s|[–—:,;()（）：，；|]/;
/** What a part after the first telling one counts. */
const LATER = 0.5;

/**
 * The category that a job title speaks of, in English, Chinese or both mixed; undefined when it says too little. Of
 * keywords that overlap the longest counts ("software engineering", not "engineering intern"), and when two
 * categories have the same evidence, the one named last: both languages put the head of a compound at its end.
 */
export function suggestCategory(title: string): CategorySuggestion | undefined {
  const parts = title.normalize('NFKC').toLowerCase().split(PARTS);
  const found = parts.map((part) => keywordsIn(parted(part))).filter((list) => list.length > 0);
  const evidence = new Map<CategorySlug | typeof ELSEWHERE, number>();
  const seen = new Set<string>();
  let total = 0;
  for (const [index, keyword] of found.flatMap((list, part) => list.map((one) => [part, one] as const))) {
    if (seen.has(keyword)) continue;
    seen.add(keyword);
    for (const { category, weight } of table.get(keyword) ?? []) {
      const counted = index === 0 ? weight : LATER * weight;
      const before = evidence.get(category) ?? 0;
      evidence.delete(category); // named again, now last
      evidence.set(category, before + counted);
      total += counted;
    }
  }
  const best = [...evidence].toReversed().toSorted(([, a], [, b]) => b - a)[0];
  if (best === undefined || best[1] < LEAST_EVIDENCE) return undefined;
  const [category, points] = best;
  return category === ELSEWHERE ? undefined : { category, confidence: points / total };
}

/** The keywords of one part in their order, none overlapping another. */
function keywordsIn(part: string): string[] {
  const found = words
    .flatMap(({ keyword, pattern, open }) => occurrences(part, keyword, pattern, open))
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Found[] = [];
  for (const one of found) {
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.start - b.start).map(({ keyword }) => keyword);
}

/** Words and scripts parted by one space, a space at both ends. */
function parted(text: string): string {
  const spaced = text
    .replace(/[^\p{L}\p{N}+#&]+/gu, ' ')
    .replace(/(\p{Script=Han})(?=[a-z0-9])|([a-z0-9+#])(?=\p{Script=Han})/gu, '$1$2 ');
  return ` ${spaced.trim()} `;
}

function patternOf(keyword: string): { pattern: string; open: boolean } {
  const open = keyword.endsWith('*');
  const text = parted(open ? keyword.slice(0, -1) : keyword).trim();
  if (/^\p{Script=Han}+$/u.test(text)) return { pattern: text, open };
  return { pattern: open ? ` ${text}` : ` ${text} `, open };
}

function occurrences(part: string, keyword: string, pattern: string, open: boolean): Found[] {
  const found: Found[] = [];
  for (let at = part.indexOf(pattern); at >= 0; at = part.indexOf(pattern, at + 1)) {
    const start = at + (pattern.startsWith(' ') ? 1 : 0);
    const end = at + pattern.trimEnd().length;
    found.push({ keyword, start, end: open ? part.indexOf(' ', end) : end });
  }
  return found;
}
