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
  const own = new Set([...tokens(text.title), ...longTextTokens(text.text)]);
  const named = new Map<string, string>();
  for (const { role, word } of rolesIn(text.roles)) {
    named.set(roleToken(role), word);
    if (!named.has(familyToken(role))) named.set(familyToken(role), word);
  }
  const words = runsOf(text.title).filter(({ isHan }) => !isHan);
  const parts = words.map((run) => ({ word: run.text, pieces: new Set(pieces(run.text)) }));
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
    const found = common[0] ?? samePart(asked);
    if (found !== undefined) return [{ word, means: 'part', found }];
    const related = firstNamed(asked.families);
    return related === undefined ? [] : [{ word, means: 'family', found: related }];
  }

  function firstNamed(roles: readonly string[]): string | undefined {
    return roles.map((token) => named.get(token)).find((word) => word !== undefined);
  }

  /** The title's word with the most pieces in common. */
  function samePart(asked: QueryWord): string | undefined {
    const [best] = parts
      .map((part) => ({
        word: part.word,
        count: asked.pieces.filter((piece) => part.pieces.has(piece)).length,
      }))
      .toSorted((a, b) => b.count - a.count);
    const enough = best !== undefined && best.count > 0 && best.count >= PART * asked.pieces.length;
    return enough ? best.word : undefined;
  }
}

function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
