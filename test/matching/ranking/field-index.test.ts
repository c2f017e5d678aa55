import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FieldIndex } from '../../../matching/ranking/field-index.ts';
import { PostingLists } from '../../../matching/ranking/posting-lists.ts';
import { byteToLength, lengthToByte } from '../../../matching/ranking/small-float.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 });

/** BM25 as the papers write it, in 64 bits, from the documents themselves. */
function bm25(documents: readonly (readonly string[])[], token: string, slot: number): number {
  const filled = documents.filter(({ length }) => length > 0);
  const having = filled.filter((tokens) => tokens.includes(token)).length;
  const average = filled.reduce((sum, { length }) => sum + length, 0) / filled.length;
  const own = documents[slot] ?? [];
  const frequency = own.filter((one) => one === token).length;
  const length = byteToLength(lengthToByte(own.length));
  const idf = Math.log(1 + (filled.length - having + 0.5) / (having + 0.5));
  return frequency === 0 ? 0 : (idf * frequency) / (frequency + 1.2 * (0.25 + (0.75 * length) / average));
}

describe('FieldIndex', () => {
  it('adds weight × BM25, whatever was removed before', () => {
    const change = fc.record({ tokens: words, stays: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.double({ min: 0.1, max: 3 }), (changes, weight) => {
        const index = new FieldIndex();
        for (const [slot, { tokens }] of changes.entries()) index.add(slot, tokens);
        for (const { tokens, stays } of changes) if (!stays) index.remove(tokens);
        const kept = changes.map(({ tokens, stays }) => (stays ? tokens : []));
        for (const token of ['a', 'd', 'none']) {
          const sums = new Float64Array(changes.length);
          index.addScores(token, weight, sums);
          for (const [slot, { stays }] of changes.entries()) {
            if (stays) expect(sums[slot]).toBeCloseTo(weight * bm25(kept, token, slot), 4);
          }
        }
      }),
    );
  });
});

describe('PostingLists', () => {
  it('keeps lists that grow by turns apart', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 9_000, size: 'max' }), (turns) => {
        const lists = new PostingLists();
        const oracle: number[][] = [[], [], [], [], []];
        for (const _ of oracle) lists.open();
        for (const [value, list] of turns.entries()) {
          lists.append(list, value);
          oracle[list]?.push(value);
        }
        for (const [list, expected] of oracle.entries()) {
          const found: number[] = [];
          lists.each(list, (value) => found.push(value));
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 20 },
    );
  });
});
