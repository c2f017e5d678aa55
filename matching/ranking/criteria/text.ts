import type { Text } from '../document-text.ts';
import type { MatchedWord, TextFacts } from '../part.ts';
import { rolesIn, familyToken, roleToken } from '../roles.ts';
import { runsOf } from '../runs.ts';
import type { QueryWord, TextQuery } from '../text-query.ts';
import { longTextTokens, pieces, tokens } from '../tokens.ts';

/** The sum of weighted BM25 scores that is worth one half. */
export const HALF = 24;
/** The share of a word's pieces from which one sees that it is the same in part. */
const PART = 0.5;

/** A sum of weighted BM25 scores (0 and up) brought into [0, 1). */
export function textScore(sum: number): number {
  return sum / (sum + HALF);
}

/** Which words of a query a document has, and by which means: the closest that applies. */
export function textFacts(query: TextQuery, text: Text): TextFacts {
  const title = tokens(text.title);
  const wanted = new Set(query.words.flatMap(({ same }) => same));
  const own = new Set([...title, ...longTextTokens(text.text)].filter((token) => wanted.has(token)));
  const named = new Map<string, string>();
  for (const { role, word } of rolesIn(text.roles)) {
    named.set(roleToken(role), word);
    if (!named.has(familyToken(role))) named.set(familyToken(role), word);
  }
  return { criterion: 'text', matched: query.words.flatMap((word) => matchOf(word)) };

  function matchOf(asked: QueryWord): MatchedWord[] {
    const { word } = asked;
    const common = asked.same.filter((token) => own.has(token));
    if (common.length > 0 && common.length === asked.same.length) return [{ word, means: 'same' }];
    const meant = firstNamed(asked.roles);
    if (meant !== undefined) {
      return [
        { word, means: isChinese(word) === isChinese(meant) ? 'synonym' : 'translation', found: meant },
      ];
    }
    const closest = closestInTitle(asked);
    const found = common[0] ?? (closest?.isPart === true ? closest.found : undefined);
    if (found !== undefined) return [{ word, means: 'part', found }];
    const related = firstNamed(asked.families);
    if (related !== undefined) return [{ word, means: 'family', found: related }];
    return closest === undefined
      ? []
      : [{ word, means: 'letters', found: closest.found, shared: closest.shared }];
  }

  function firstNamed(roles: readonly string[]): string | undefined {
    return roles.map((token) => named.get(token)).find((word) => word !== undefined);
  }

  /** The title's word with the most pieces in common; for a Chinese word a character of the title. */
  function closestInTitle({ word, pieces: asked }: QueryWord) {
    if (isChinese(word)) {
      const shared = [...word].find((character) => title.includes(character));
      return shared === undefined ? undefined : { found: shared, shared, isPart: false };
    }
    if (asked.length === 0) return undefined;
    const [best] = runsOf(text.title)
      .filter((run) => !run.isHan)
      .map((run) => ({ word: run.text, pieces: new Set(pieces(run.text)) }))
      .map((part) => ({ ...part, count: asked.filter((piece) => part.pieces.has(piece)).length }))
      .toSorted((a, b) => b.count - a.count);
    if (best === undefined || best.count === 0) return undefined;
    const shared = longestShared(asked, best.pieces);
    return { found: best.word, shared, isPart: best.count >= PART * asked.length };
  }
}

/** The letters of the longest run of neighbouring pieces that the other word has too. */
function longestShared(asked: readonly string[], other: ReadonlySet<string>): string {
  let [longest, current] = ['', ''];
  for (const piece of asked) {
    current = other.has(piece) ? (current === '' ? piece : current + piece.slice(-1)) : '';
    if (current.length > longest.length) longest = current;
  }
  return longest.replaceAll('_', '');
}

function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
