import pairs from './simplified.json' with { type: 'json' };

/**
 * Traditional characters with the simplified one that they share a text with. Where one simplified character stands for
 * several, all of them become it; a character that simplified texts use too (著, 藉) stays.
 */
const simplifiedOf: ReadonlyMap<string, string> = new Map(
  pairs.flatMap((line) => line.split(' ')).map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** A run of Han characters as simplified Chinese writes it, character by character. */
export function simplified(han: string): string {
  let text = '';
  for (const character of han) text += simplifiedOf.get(character) ?? character;
  return text;
}
