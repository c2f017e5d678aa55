import { describe, expect, it } from 'vitest';
import { averagePrecision, ndcg } from './measures.ts';

describe('ndcg', () => {
  it('is what trec_eval gives', () => {
    expect(ndcg([3, 0, 2], [3, 2, 1, 0])).toBeCloseTo((3 + 2 / 2) / (3 + 2 / Math.log2(3) + 1 / 2), 12);
    expect(ndcg([1, 2], [1, 2], 1)).toBeCloseTo(0.5, 12);
  });

  it('is 1 for the best order and 0 when nothing is relevant', () => {
    expect(ndcg([2, 1, 0], [0, 1, 2])).toBe(1);
    expect(ndcg([0, 0], [0, 0])).toBe(0);
  });
});

describe('averagePrecision', () => {
  it('counts what the list leaves out as never found', () => {
    expect(averagePrecision([true, false, true], 4)).toBeCloseTo((1 + 2 / 3) / 4, 12);
    expect(averagePrecision([], 0)).toBe(0);
  });
});
