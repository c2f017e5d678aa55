import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FieldIndex } from '../../../matching/ranking/field-index.ts';
import { Occurrences, PostingLists } from '../../../matching/ranking/posting-lists.ts';
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
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (changes, weight) => {
          const index = new FieldIndex(new Occurrences());
          for (const [slot, { tokens }] of changes.entries()) index.add(slot, tokens);
          for (const { tokens, stays } of changes) if (!stays) index.remove(tokens);
          const kept = changes.map(({ tokens, stays }) => (stays ? tokens : []));
          for (const token of ['a', 'd', 'none']) {
            const sums = new Float64Array(changes.length);
            index.addScores(token, weight, sums);
            const off = kept.map((tokens, slot) =>
              tokens.length === 0 ? 0 : Math.abs((sums[slot] ?? 0) - weight * bm25(kept, token, slot)),
            );
            expect(Math.max(0, ...off)).toBeLessThan(1e-4);
          }
        },
      ),
    );
  });
});

describe('PostingLists', () => {
  it('keeps lists that grow by turns apart', () => {
    const turn = fc.record({
      list: fc.nat(4),
      step: fc.oneof(fc.nat(3), fc.nat(300_000)),
      frequency: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 255 })),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 3_000, size: 'max' }), (turns) => {
        const lists = new PostingLists();
        const found = new Occurrences();
        const oracle: [number, number][][] = [[], [], [], [], []];
        for (const _ of oracle) lists.open();
        let slot = 0;
        for (const { list, step, frequency } of turns) {
          lists.append(list, slot, frequency);
          oracle[list]?.push([slot, frequency]);
          slot += 1 + step;
        }
        for (const [list, expected] of oracle.entries()) {
          lists.read(list, found);
          const slots = [...found.slots.subarray(0, found.count)];
          expect(slots.map((one, at) => [one, found.frequencies[at]])).toEqual(expected);
        }
      }),
      { numRuns: 20 },
    );
  });
});
