import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postingCorpus } from '../../../matching/ranking/corpus.ts';
import { evaluatePostings } from '../../../matching/ranking/evaluate.ts';
import { searchPostings } from '../../../matching/ranking/plan.ts';
import { byteToLength, lengthToByte } from '../../../matching/ranking/small-float.ts';
import { TextIndex } from '../../../matching/ranking/text-index.ts';
import { posting, postings } from './documents.ts';

describe('Corpus', () => {
  it('ends the same for any order of changes, repeats included', () => {
    const change = fc.record({ document: postings, removes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (changes, picks) => {
        const versioned = changes.map((one, index) => ({ ...one, version: index + 1 }));
        const shuffled = [...versioned, ...versioned].toSorted(() => (picks.next().value % 2) - 0.5);
        const answers = [versioned, shuffled].map((list) => {
          const corpus = postingCorpus();
          for (const { document, removes, version } of list) {
            if (removes) corpus.remove(document.id, version);
            else corpus.upsert(document, version);
          }
          const plan = searchPostings({ q: '数据 design', limit: 100 });
          return { size: corpus.size, ranked: evaluatePostings(plan, corpus) };
        });
        expect(answers[1]).toEqual(answers[0]);
      }),
    );
  });

  it('says whether a version was news', () => {
    const corpus = postingCorpus();
    expect(corpus.upsert(posting, 2)).toBe(true);
    expect(corpus.upsert({ ...posting, title: 'old' }, 1)).toBe(false);
    expect(corpus.remove(posting.id, 2)).toBe(false);
    expect(corpus.get(posting.id)).toEqual(posting);
    expect(corpus.remove(posting.id, 3)).toBe(true);
    expect(corpus.upsert(posting, 2)).toBe(false);
    expect(corpus.get(posting.id)).toBeUndefined();
    expect(corpus.size).toBe(0);
  });

  it('stays right after thousands of replacements', () => {
    const corpus = postingCorpus();
    corpus.upsert({ ...posting, id: 'other', text: 'unicorn' }, 1);
    for (let version = 1; version <= 3_000; version += 1) corpus.upsert(posting, version);
    expect(corpus.documents.length).toBeLessThan(2_000);
    expect(evaluatePostings(searchPostings({ q: 'unicorn' }), corpus).hits.map(({ id }) => id)).toEqual([
      'other',
    ]);
  });
});

describe('TextIndex', () => {
  it('scores as Lucene does: idf · tf / (tf + k1 (1 − b + b · length / average))', () => {
    const index = new TextIndex();
    const fields = { title: [], pieces: [], roles: [], text: [] };
    index.add(0, { ...fields, title: ['data', 'data', 'sql'] });
    index.add(1, { ...fields, title: ['design'] });
    const terms = ['data', 'none'].map((token) => ({ field: 'title', token, weight: 1 }) as const);
    const scores = index.score(terms, 2);
    const idf = Math.log(1 + (2 - 1 + 0.5) / (1 + 0.5));
    expect(scores[0]).toBeCloseTo((idf * 2) / (2 + 1.2 * (0.25 + 0.75 * (3 / 2))), 6);
    expect(scores[1]).toBe(0);
  });
});

describe('lengthToByte', () => {
  it('gives the values of SmallFloat.intToByte4', () => {
    const lengths = [0, 23, 24, 40, 41, 57, 100, 1000, 2_147_483_647];
    expect(lengths.map(lengthToByte)).toEqual([0, 23, 24, 40, 40, 48, 57, 87, 255]);
    expect(byteToLength(255)).toBe(2_013_265_944);
  });

  it('rounds down by less than an eighth and keeps the order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (length) => {
        const kept = byteToLength(lengthToByte(length));
        expect(kept).toBeLessThanOrEqual(length);
        expect(kept).toBeGreaterThan(length * 0.875 - 1);
        expect(lengthToByte(length + 1)).toBeGreaterThanOrEqual(lengthToByte(length));
      }),
    );
  });
});
