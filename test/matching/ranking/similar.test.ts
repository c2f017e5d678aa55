import { describe, expect, it } from 'vitest';
import { postingCorpus } from '../../../matching/ranking/corpus.ts';
import type { PostingDocument } from '../../../matching/ranking/document.ts';
import { evaluatePostings } from '../../../matching/ranking/evaluate.ts';
import { isLike, likenessOf, postingsLike } from '../../../matching/ranking/similar.ts';
import { posting } from './documents.ts';

const other: PostingDocument = {
  ...posting,
  category: 'content-new-media',
  skills: { required: ['copywriting'], preferred: [] },
  title: '新媒体编辑实习生 Editorial Intern',
  text: 'Write and edit stories for our channels. 撰写和编辑稿件。',
};
const of = (...documents: PostingDocument[]) => {
  const corpus = postingCorpus();
  for (const document of [posting, ...documents]) corpus.upsert(document, 1);
  return evaluatePostings(postingsLike(posting, 5), corpus).hits;
};

describe('the postings like one', () => {
  it('are ordered by words, skills and category, without itself and without other cycles', () => {
    const hits = of(
      { ...other, id: 'apart' },
      { ...other, id: 'category', category: posting.category },
      { ...posting, id: 'twin' },
      { ...other, id: 'skills', skills: posting.skills, category: posting.category },
      { ...posting, id: 'last year', cycleId: 'summer-2025' },
    );
    expect(hits.map(({ id }) => id)).toEqual(['twin', 'skills', 'category', 'apart']);
    expect(hits[0]?.parts.map(({ criterion }) => criterion)).toEqual(['skills', 'interest', 'text']);
    for (const { score, parts } of hits)
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6);
  });

  it('say what they share', () => {
    const [hit] = of({ ...other, id: 'one', category: posting.category, skills: posting.skills });
    expect(hit && likenessOf(hit)).toEqual({
      sameCategory: true,
      skills: ['python', 'sql', 'tableau'],
      sameWords: false,
    });
  });

  it('are at most as many as asked for', () => {
    const twins = Array.from({ length: 9 }, (_, index) => ({ ...posting, id: `twin ${index}` }));
    expect(of(...twins)).toHaveLength(5);
  });
});

it.each([
  ['nothing', false, [], false, false],
  ['the category alone', true, [], false, false],
  ['a skill alone', false, ['sql'], false, false],
  ['words alone', false, [], true, false],
  ['category and a skill', true, ['sql'], false, true],
  ['words and a skill', false, ['sql'], true, true],
  ['two skills', false, ['sql', 'python'], false, true],
])('%s in common', (_what, sameCategory, skills, sameWords, expected) => {
  expect(isLike({ sameCategory, skills, sameWords })).toBe(expected);
});
