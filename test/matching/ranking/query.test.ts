import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postingCorpus } from '../../../matching/ranking/corpus.ts';
import { evaluatePostings } from '../../../matching/ranking/evaluate.ts';
import { searchPostings } from '../../../matching/ranking/plan.ts';
import { profileQuery, searchQuery } from '../../../matching/ranking/query.ts';
import type { TextQuery } from '../../../matching/ranking/text-query.ts';
import { posting } from './documents.ts';

const weightOf = ({ terms }: TextQuery, field: string, token: string): number | undefined =>
  terms.find((term) => term.field === field && term.token === token)?.weight;

/** OpenSearch refuses a request of more clauses. */
const MOST_CLAUSES = 1024;

describe('searchQuery', () => {
  it('weighs what tells of the work above kinds and levels', () => {
    const query = searchQuery('senior tax manager');
    const [level = 0, work = 0, kind = 0] = ['senior', 'tax', 'manager'].map((word) =>
      weightOf(query, 'title', word),
    );
    expect(work).toBeGreaterThan(kind);
    expect(kind).toBeGreaterThan(level);
    expect(weightOf(query, 'roles', '=tax')).toBeGreaterThan(weightOf(query, 'roles', '~accounting') ?? 9);
    expect(weightOf(query, 'roles', '=senior')).toBeLessThan(weightOf(query, 'roles', '=manager') ?? 0);
  });

  it('weighs Chinese pairs above characters, and joins neighbouring words', () => {
    const query = searchQuery('税务会计');
    expect(weightOf(query, 'title', '税务')).toBeGreaterThan(weightOf(query, 'title', '税') ?? 9);
    expect(weightOf(query, 'title', '务会')).toBeDefined();
    expect(weightOf(query, 'text', '税')).toBeUndefined();
  });

  it('names each word with the tokens by which a document can have it', () => {
    const { words } = searchQuery('Tax 助理');
    expect(words.map(({ word }) => word)).toEqual(['tax', '助理']);
    expect(words[0]).toMatchObject({ same: ['tax'], roles: ['=tax'], families: ['~accounting'] });
    expect(words[0]?.pieces).toEqual(['_ta', 'tax', 'ax_']);
    expect(words[1]).toMatchObject({ same: ['助理'], roles: ['=assistant'], families: [], pieces: [] });
  });

  it('has no term twice, no weight of 0, and never too many terms', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(fc.constantFrom('数据分析', '实习生', 'data', 'tax manager', '的', 'c++', ' '), {
          maxLength: 400,
        })
        .map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(searchQuery, profileQuery), (q, make) => {
        const { terms } = make(q);
        expect(new Set(terms.map(({ field, token }) => `${field} ${token}`)).size).toBe(terms.length);
        for (const { weight, token } of terms) {
          expect(weight).toBeGreaterThan(0);
          expect(token).not.toMatch(/\s|^$/);
        }
        expect(terms.length).toBeLessThan(MOST_CLAUSES);
      }),
    );
  });

  it.each<[string, string]>([
    [
      'different Latin words',
      Array.from({ length: 2_000 }, (_, n) => `w${n}x`)
        .join(' ')
        .slice(0, 10_000),
    ],
    [
      'different Han characters',
      Array.from({ length: 10_000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join(''),
    ],
    ['one long word', 'a'.repeat(10_000)],
    ['one repeated word', '数据分析'.repeat(2_500)],
  ])('keeps 10,000 characters of %s small', (_, q) => {
    expect(searchQuery(q).terms.length).toBeGreaterThan(0);
    expect(searchQuery(q).terms.length).toBeLessThan(MOST_CLAUSES);
    expect(profileQuery(q).terms.length).toBeLessThan(MOST_CLAUSES);
  });
});

describe('a search with bad input', () => {
  const corpus = postingCorpus();
  corpus.upsert(posting, 1);
  corpus.upsert(
    { ...posting, id: 'tax', title: '税务实习生 C++', category: 'accounting-audit-tax', text: '' },
    1,
  );
  const found = (q: string): string[] =>
    evaluatePostings(searchPostings({ q }), corpus).hits.map(({ id }) => id);

  it.each([
    ['', 2],
    ['  \t\n', 2],
    ['😀🎓', 2],
    ['\u200f\u202e', 2],
    ['\ud800', 2],
    ['?*~^:"()[]{}!&|\\/', 2],
  ])('%j asks for nothing, so that everything is there', (q, count) => {
    expect(found(q)).toHaveLength(count);
  });

  it.each<[string, string[]]>([
    ['税', ['tax']],
    ['税*', ['tax']],
    ['税务 AND (NOT tax)~2', ['tax']],
    ['and', ['posting-1']],
    ['c++', ['tax']],
    ['\u200f税\u200f务\u202c', ['tax']],
    ['税务😀', ['tax']],
    ['\ud800税务\udc00', ['tax']],
    ['q', []],
    ['*', ['posting-1', 'tax']],
    ['税务'.repeat(5_000), ['tax']],
  ])('%j finds what its words say', (q, ids) => {
    expect(found(q).toSorted()).toEqual(ids);
  });
});

describe('profileQuery', () => {
  it('keeps telling words only', () => {
    const { words } = profileQuery('I have worked with tax. Tax and audit in 2025, and their tax.');
    expect(words.map(({ word }) => word)).toEqual(['worked', 'tax', 'audit']);
  });

  it('prefers the words that come most often', () => {
    const once = Array.from({ length: 100 }, (_, n) => `word${String.fromCodePoint(97 + (n % 26))}${n}x`);
    const { words } = profileQuery([...once, 'audit audit'].join(' '));
    expect(words).toHaveLength(24);
    expect(words.map(({ word }) => word)).toContain('audit');
  });

  it('says nothing of an empty text', () => {
    expect(profileQuery(' \n').terms).toEqual([]);
  });
});
